package usbd4j.stack.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class UnsignedTest {
    @Test
    void takesEveryValueOfOneByte() {
        for (int value = 0; value <= 0xFF; value++) {
            assertThat(Unsigned.u8("bRequest", value)).isEqualTo(value);
        }
    }

    @Test
    void takesEveryValueOfTwoBytes() {
        for (int value = 0; value <= 0xFFFF; value++) {
            assertThat(Unsigned.u16("wValue", value)).isEqualTo(value);
        }
    }

    @Test
    void saysWhichFieldIsTooLargeAndWhatItMayBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Unsigned.u8("bRequest", 256))
                .withMessage("bRequest is 256, and must be within 0 and 255");
    }

    @Test
    void saysWhichFieldIsNegativeAndWhatItMayBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Unsigned.u16("wValue", -1))
                .withMessage("wValue is -1, and must be within 0 and 65535");
    }

    @Test
    void takesTheLimitsOfFourBytes() {
        assertThat(Unsigned.u32("dwWindowsVersion", 0)).isZero();
        assertThat(Unsigned.u32("dwWindowsVersion", 0xFFFF_FFFFL)).isEqualTo(0xFFFF_FFFFL);
    }

    @Test
    void saysWhichFieldOfFourBytesIsTooLarge() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Unsigned.u32("dwWindowsVersion", 0x1_0000_0000L))
                .withMessage("dwWindowsVersion is 4294967296, and must be within 0 and 4294967295");
    }
}
