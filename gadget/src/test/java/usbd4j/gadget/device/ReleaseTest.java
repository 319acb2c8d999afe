package usbd4j.gadget.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseTest {
    @ParameterizedTest
    @CsvSource({
        "1.23,   0x0123",
        "12.34,  0x1234",
        "1.2,    0x0120",
        "1.02,   0x0102",
        "0.0,    0x0000",
        "1.1a,   0x011A",
        "ff.01,  0xFF01",
        "0x0110, 0x0110",
        "0X11a,  0x011A"
    })
    void isBinaryCodedDecimal(String text, int bcd) {
        assertThat(Release.of(text)).isEqualTo(bcd);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1.", ".1", "1.234", "123.4", "1.2.3", "0x12345", "1.g", "-1.0"})
    void anythingElseIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Release.of(text))
                .withMessage("\"%s\" is not a release number: write it as 1.23 or 0x0123", text);
    }

    @Test
    void ofADeviceIsTheSame() {
        assertThat(Release.ofDevice("12.34")).isEqualTo(0x1234);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1a", "a.00", "0x010f"})
    void ofADeviceHasDecimalDigitsOnly(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Release.ofDevice(text))
                .withMessage("\"%s\" is not a release number of a device: it has decimal digits only", text);
    }

    @ParameterizedTest
    @CsvSource({"0x0123, 1.23", "0x0100, 1.00", "0x011A, 1.1a", "0x1234, 12.34"})
    void isShownWithADot(int bcd, String text) {
        assertThat(Release.text(bcd)).isEqualTo(text);
    }
}
