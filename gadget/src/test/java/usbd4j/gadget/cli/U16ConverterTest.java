package usbd4j.gadget.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class U16ConverterTest {
    private final U16Converter converter = new U16Converter();

    @ParameterizedTest
    @CsvSource({"'0', 0", "1000, 1000", "65535, 65535"})
    void isDecimal(String text, int value) {
        assertThat(converter.convert(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "65536", "99999999999", "0x10", "1.5", "many"})
    void anythingElseIsRefused(String text) {
        assertThatExceptionOfType(TypeConversionException.class)
                .isThrownBy(() -> converter.convert(text))
                .withMessage("\"%s\" is not a number from 0 to 65535", text);
    }
}
