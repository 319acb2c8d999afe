package usbd4j.dfu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DfuFunctionalDescriptorTest {
    private static final DfuAttributes ATTRIBUTES = new DfuAttributes(true, false, true, true);

    @Test
    void hasTheBytesOfTheSpecification() {
        assertThat(new DfuFunctionalDescriptor(ATTRIBUTES, 0x03E8, 0x1002, 0x0110)
                        .bytes()
                        .array())
                .containsExactly(
                        9, // bLength
                        0x21, // bDescriptorType
                        0x0D, // bmAttributes
                        0xE8, // wDetachTimeOut
                        0x03, 0x02, // wTransferSize
                        0x10, 0x10, // bcdDFUVersion
                        0x01);
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
}
