package usbd4j.gadget.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class ReleaseTest {
    private final Release.Converter converter = new Release.Converter();

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
        assertThat(converter.convert(text)).isEqualTo(new Release(bcd));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1.", ".1", "1.234", "123.4", "1.2.3", "0x12345", "1.g", "-1.0"})
    void anythingElseIsRefused(String text) {
        assertThatExceptionOfType(TypeConversionException.class)
                .isThrownBy(() -> converter.convert(text))
                .withMessage("\"%s\" is no release number: write it as 1.23 or 0x0123", text);
    }

    @Test
    void ofADeviceIsTheSame() {
        assertThat(new Release.DecimalConverter().convert("12.34")).isEqualTo(new Release(0x1234));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1a", "a.00", "0x010f"})
    void ofADeviceHasDecimalDigitsOnly(String text) {
        assertThatExceptionOfType(TypeConversionException.class)
                .isThrownBy(() -> new Release.DecimalConverter().convert(text))
                .withMessage("\"%s\" is no release number of a device: it may have decimal digits only", text);
    }

    @ParameterizedTest
    @CsvSource({"0x0123, 1.23", "0x0100, 1.00", "0x011A, 1.1a", "0x1234, 12.34"})
    void isShownWithADot(int bcd, String text) {
        assertThat(new Release(bcd)).hasToString(text);
    }
}
