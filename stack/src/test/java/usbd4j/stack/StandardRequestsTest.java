package usbd4j.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import usbd4j.stack.descriptor.AlternateSetting;
import usbd4j.stack.descriptor.Descriptor;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.Speed;
import usbd4j.stack.descriptor.StringDescriptor;
import usbd4j.stack.descriptor.UsbInterface;
import usbd4j.stack.descriptor.UsbString;
import usbd4j.stack.memory.Host;
import usbd4j.stack.memory.StallException;

/** GET_DESCRIPTOR (USB 2.0, 9.4.3) on a device whose class answers nothing. */
class StandardRequestsTest {
    private static final int GET_DESCRIPTOR = 6;
    private static final int DEVICE = 0x80;
    private static final int INTERFACE = 0x81;
    private static final int GERMAN = 0x0407;

    /** A class-specific descriptor of type 0x21 with one field. */
    private record Extra(int bField) implements Descriptor {
        @Override
        public int bLength() {
            return 3;
        }

        @Override
        public int bDescriptorType() {
            return 0x21;
        }

        @Override
        public void writeFields(ByteBuffer buffer) {
            buffer.put((byte) bField);
        }
    }

    private final UsbClass silent =
            () -> List.of(UsbInterface.of(AlternateSetting.of(0xFE, 1, 1).showing(new Extra(0xAA), new Extra(0xBB))));
    private final UsbClass plain = () -> List.of(UsbInterface.of(0xFF, 0, 0));
    private final Identity identity = new Identity(
            0x1209,
            0x0001,
            0x0100,
            Optional.of(UsbString.of("board").with(GERMAN, "Platine")),
            Optional.empty(),
            Optional.empty());
    private final Host host = Host.attach(identity, silent, plain);

    @Test
    void returnsTheDeviceDescriptor() {
        assertThat(get(DEVICE, 0x0100, 0))
                .isEqualTo(host.descriptors().device().bytes().array());
    }

    @Test
    void returnsTheWholeConfiguration() {
        assertThat(get(DEVICE, 0x0200, 0))
                .isEqualTo(host.descriptors().configuration().bytes(Speed.HIGH).array());
    }

    @Test
    void truncatesTheConfigurationToWLength() {
        byte[] header = host.controlIn(new SetupPacket(DEVICE, GET_DESCRIPTOR, 0x0200, 0, 9));

        assertThat(header).hasSize(9).startsWith(9, 2, 33, 0);
    }

    @Test
    void returnsTheListOfLanguages() {
        assertThat(get(DEVICE, 0x0300, 0)).containsExactly(6, 3, 0x07, 0x04, 0x09, 0x04);
    }

    @Test
    void returnsAStringInTheLanguageOfWIndex() {
        assertThat(get(DEVICE, 0x0301, GERMAN))
                .isEqualTo(new StringDescriptor("Platine").bytes().array());
    }

    @Test
    void returnsAClassSpecificDescriptorOfAnInterface() {
        assertThat(get(INTERFACE, 0x2100, 0)).containsExactly(3, 0x21, 0xAA);
    }

    @Test
    void indexesClassSpecificDescriptorsOfOneType() {
        assertThat(get(INTERFACE, 0x2101, 0)).containsExactly(3, 0x21, 0xBB);
    }

    @ParameterizedTest
    @CsvSource({
        "0x80, 0x0101, 0, device descriptor 1",
        "0x80, 0x0201, 0, configuration 1",
        "0x80, 0x0302, 0x0409, string behind the last",
        "0x80, 0x0400, 0, interface descriptor on its own",
        "0x80, 0x0500, 0, endpoint descriptor on its own",
        "0x80, 0x0601, 0, device qualifier 1",
        "0x80, 0x0701, 0, other-speed configuration 1",
        "0x80, 0x0B00, 0, interface association on its own",
        "0x80, 0x2100, 0, class-specific descriptor of the device",
        "0x81, 0x0400, 0, interface descriptor of an interface",
        "0x81, 0x2102, 0, class-specific descriptor behind the last",
        "0x81, 0x2200, 0, class-specific descriptor of another type",
        "0x81, 0x2100, 1, class-specific descriptor of another interface",
        "0x81, 0x2100, 2, class-specific descriptor of no interface",
        "0x82, 0x0100, 0, descriptor of an endpoint",
        "0xA0, 0x0100, 0, class request 6",
        "0x00, 0x0100, 0, OUT request 6"
    })
    void stallsAnUnknownDescriptor(int bmRequestType, int wValue, int wIndex, String what) {
        assertThatExceptionOfType(StallException.class).as(what).isThrownBy(() -> get(bmRequestType, wValue, wIndex));
    }

    private byte[] get(int bmRequestType, int wValue, int wIndex) {
        return host.control(new SetupPacket(bmRequestType, GET_DESCRIPTOR, wValue, wIndex, 255));
    }
}
