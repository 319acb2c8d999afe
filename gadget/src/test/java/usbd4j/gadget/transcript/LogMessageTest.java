package usbd4j.gadget.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogMessageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{0} of {1}     | 1000 of {0}",
                "{1}, {0}       | {0}, 1000",
                "nothing        | nothing",
                "{0}            | 1000",
                "it''s {0}      | it's 1000",
                "{2}            | {2}"
            })
    void isWhatMessageFormatMakesOfPlainTexts(String format, String text) {
        assertThat(LogMessage.of(format, 1000, "{0}")).isEqualTo(text);
    }

    @Test
    void aValueThatIsMissingIsNull() {
        assertThat(LogMessage.of("{0}", (Object) null)).isEqualTo("null");
    }

    @ParameterizedTest
    @CsvSource({"01:02:03.004, 01:02:03.004", "23:59:59.999999, 23:59:59.999", "00:00, 00:00:00.000"})
    void aTimeHasMilliseconds(LocalTime time, String text) {
        assertThat(LogMessage.time(time)).isEqualTo(text);
    }
}
