package usbd4j.gadget.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;
import usbd4j.stack.descriptor.UsbString;

class TextConverterTest {
    private final TextConverter converter = new TextConverter();

    @Test
    void aTextIsAStringInEnglish() {
        assertThat(converter.convert("board").string()).contains(UsbString.of("board"));
    }

    @Test
    void anEmptyTextIsNoString() {
        assertThat(converter.convert("").string()).isEmpty();
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        assertThatExceptionOfType(TypeConversionException.class)
                .isThrownBy(() -> converter.convert("x".repeat(127)))
                .withMessageContaining("127 bytes of UTF-8")
                .withMessageContaining("at most 126");
    }

    @Test
    void aTextIsAsLongAsItIsInUtf8() {
        assertThat(converter.convert("ü".repeat(63)).string()).isPresent();
        assertThatExceptionOfType(TypeConversionException.class)
                .isThrownBy(() -> converter.convert("ü".repeat(64)))
                .withMessageContaining("128 bytes of UTF-8");
    }

    @Test
    void isShownAsItIs() {
        assertThat(converter.convert("board")).hasToString("board");
    }

    @Test
    void noStringIsShownAsNone() {
        assertThat(converter.convert("")).hasToString("none");
    }
}
