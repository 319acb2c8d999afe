package usbd4j.stack.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
    /** A class-specific descriptor with one field. */
    record Extra(int bDescriptorType, int bField) implements Descriptor {
        @Override
        public int bLength() {
            return 3;
        }

        @Override
        public void writeFields(ByteBuffer buffer) {
            buffer.put((byte) bField);
        }
    }

    private static final UsbInterface PLAIN = UsbInterface.of(0xFF, 0x00, 0x00);
    private static final UsbInterface WITH_EXTRAS = UsbInterface.of(AlternateSetting.of(0xFE, 0x01, 0x01)
            .named(Optional.of(UsbString.of("second")))
            .showing(new Extra(0x21, 0xAA), new Extra(0x41, 0xBB)));

    private final StringTable.Builder strings = new StringTable.Builder();
    private final Configuration configuration = number(List.of(PLAIN, WITH_EXTRAS));

    private Configuration number(List<UsbInterface> interfaces) {
        return Configuration.number(UsbConfiguration.of(interfaces), 1, strings);
    }

    @Test
    void hasTheBytesOfAllItsDescriptorsInOrder() {
        assertThat(configuration.bytes(Speed.HIGH).array())
                .containsExactly(
                        9, // bLength
                        2, // bDescriptorType
                        33, // wTotalLength
                        0,
                        2, // bNumInterfaces
                        1, // bConfigurationValue
                        0, // iConfiguration
                        0x80, // bmAttributes
                        50, // bMaxPower
                        //
                        9, // bLength
                        4, // bDescriptorType
                        0, // bInterfaceNumber
                        0, // bAlternateSetting
                        0, // bNumEndpoints
                        0xFF, // bInterfaceClass
                        0x00, // bInterfaceSubClass
                        0x00, // bInterfaceProtocol
                        0, // iInterface
                        //
                        9, // bLength
                        4, // bDescriptorType
                        1, // bInterfaceNumber
                        0, // bAlternateSetting
                        0, // bNumEndpoints
                        0xFE, // bInterfaceClass
                        0x01, // bInterfaceSubClass
                        0x01, // bInterfaceProtocol
                        1, // iInterface
                        //
                        3, // bLength
                        0x21, // bDescriptorType
                        0xAA,
                        //
                        3, // bLength
                        0x41, // bDescriptorType
                        0xBB);
    }

    @Test
    void numbersInterfacesInTheOrderOfTheirDeclaration() {
        assertThat(configuration.interfaces())
                .extracting(NumberedInterface::bInterfaceNumber)
                .containsExactly(0, 1);
    }

    @Test
    void putsTheNamesOfInterfacesIntoTheStringTable() {
        assertThat(strings.build().strings()).containsExactly(UsbString.of("second"));
    }

    @Test
    void withoutInterfacesIsItsHeaderAlone() {
        Configuration empty = number(List.of());

        assertThat(empty.header(Speed.HIGH).wTotalLength()).isEqualTo(9);
        assertThat(empty.descriptors(Speed.HIGH)).isEmpty();
    }

    @Test
    void findsAClassSpecificDescriptorByInterfaceAndType() {
        assertThat(configuration.extra(1, 0x41, 0)).contains(new Extra(0x41, 0xBB));
    }

    @Test
    void findsNoClassSpecificDescriptorOnAnotherInterface() {
        assertThat(configuration.extra(0, 0x41, 0)).isEmpty();
    }

    @Test
    void findsNoClassSpecificDescriptorOfAnotherType() {
        assertThat(configuration.extra(1, 0x24, 0)).isEmpty();
    }

    @Test
    void doesNotTakeTheInterfaceDescriptorForAClassSpecificOne() {
        assertThat(configuration.extra(1, DescriptorType.INTERFACE.code(), 0)).isEmpty();
    }

    @Test
    void refusesMoreInterfacesThanCanBeNumbered() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> number(Collections.nCopies(257, PLAIN)))
                .withMessageContaining("bInterfaceNumber is 256");
    }

    @Test
    void refusesMoreInterfacesThanCanBeCounted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> number(Collections.nCopies(256, PLAIN)))
                .withMessageContaining("bNumInterfaces is 256");
    }
}
