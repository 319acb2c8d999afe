package usbd4j.dfu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DfuFunctionalDescriptorTest {
    private static final DfuAttributes ATTRIBUTES = new DfuAttributes(true, false, true, true);
    private final DfuFunctionalDescriptor descriptor = new DfuFunctionalDescriptor(ATTRIBUTES, 0x03E8, 0x1002, 0x0110);

    @Test
    void hasTheBytesOfTheSpecification() {
        assertThat(descriptor.bytes().array())
                .containsExactly(
                        9, // bLength
                        0x21, // bDescriptorType
                        0x0D, // bmAttributes
                        0xE8, // wDetachTimeOut
                        0x03, 0x02, // wTransferSize
                        0x10, 0x10, // bcdDFUVersion
                        0x01);
    }

    @Test
    void ofDfu10HasNoVersion() {
        assertThat(descriptor.withLength(7).bytes().array()).containsExactly(7, 0x21, 0x0D, 0xE8, 0x03, 0x02, 0x10);
    }

    @Test
    void hasZerosAfterItsFieldsIfItIsLonger() {
        assertThat(descriptor.withLength(11).bytes().array())
                .containsExactly(11, 0x21, 0x0D, 0xE8, 0x03, 0x02, 0x10, 0x10, 0x01, 0, 0);
    }

    @Test
    void hasAtLeastALengthAndAType() {
        assertThat(descriptor.withLength(2).bytes().array()).containsExactly(2, 0x21);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> descriptor.withLength(1))
                .withMessage("bLength is 1; a descriptor has at least bLength and bDescriptorType");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> descriptor.withLength(256))
                .withMessageStartingWith("bLength is 256");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0x10000})
    void everyNumberHasTwoBytes(int value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DfuFunctionalDescriptor(ATTRIBUTES, value, 0, 0))
                .withMessageStartingWith("wDetachTimeOut is ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DfuFunctionalDescriptor(ATTRIBUTES, 0, value, 0))
                .withMessageStartingWith("wTransferSize is ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DfuFunctionalDescriptor(ATTRIBUTES, 0, 0, value))
                .withMessageStartingWith("bcdDFUVersion is ");
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 11})
    void isReadAsItIsWritten(int length) {
        assertThat(DfuFunctionalDescriptor.read(descriptor.withLength(length).bytes()))
                .isEqualTo(descriptor.withLength(length));
    }

    @Test
    void isReadWithZerosForWhatItLacks() {
        assertThat(DfuFunctionalDescriptor.read(descriptor.withLength(6).bytes()))
                .isEqualTo(new DfuFunctionalDescriptor(6, ATTRIBUTES, 0x03E8, 0x02, 0));
    }
}
