package usbd4j.gadget.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsbIdTest {
    @ParameterizedTest
    @CsvSource({
        "'0', 0",
        "1, 0x0001",
        "0483, 0x0483",
        "df11, 0xDF11",
        "DF11, 0xDF11",
        "0x1209, 0x1209",
        "0Xffff, 0xFFFF"
    })
    void isHexadecimalWithOrWithoutPrefix(String text, int value) {
        assertThat(UsbId.read(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "0x12345", "xyz", "-1", "0x", " 1", "1209:0001"})
    void anythingElseIsRefused(String text) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> UsbId.read(text))
                .withMessage("\"%s\" is not a hexadecimal number from 0000 to ffff, as lsusb prints it", text);
    }
}
