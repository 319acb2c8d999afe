package usbd4j.gadget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExitStatusTest {
    @ParameterizedTest
    @CsvSource({
        "OK, 0",
        "FAILURE, 1",
        "USAGE, 2",
        "NO_CONTROLLER, 3",
        "CONTROLLER_BUSY, 4",
        "NO_KERNEL_SUPPORT, 5",
        "NO_PERMISSION, 6",
        "NAME_TAKEN, 7",
        "CONTROLLER_GONE, 8",
        "COMMAND_FAILED, 9",
        "NOT_READY, 10"
    })
    void codesAreWhatScriptsRelyOn(ExitStatus status, int code) {
        assertThat(status.code()).isEqualTo(code);
    }

    @Test
    void codesTellAllFailuresApart() {
        assertThat(Stream.of(ExitStatus.values()).map(ExitStatus::code)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void everyStatusHasAMeaning(ExitStatus status) {
        assertThat(status.meaning()).isNotBlank();
    }
}
