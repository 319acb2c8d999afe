package usbd4j.gadget.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OnDetachTest {
    @ParameterizedTest
    @CsvSource({"reattach, REATTACH, true", "dfu-mode, DFU_MODE, true", "exit, EXIT, false", "exec:true, EXEC, true"})
    void isReadFromATextAndShownAsOne(String text, OnDetach.Next next, boolean mayComeBack) {
        OnDetach read = OnDetach.of(text);

        assertThat(read.next()).isEqualTo(next);
        assertThat(read.mayComeBack()).isEqualTo(mayComeBack);
        assertThat(read).hasToString(text);
    }

    @Test
    void splitsACommandAtWhiteSpace() {
        assertThat(OnDetach.of("exec: sh  -c\ttrue ").command()).containsExactly("sh", "-c", "true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sleep", "REATTACH", "exit ", "exec:", "exec:  "})
    void anythingElseIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OnDetach.of(text))
                .withMessage("\"%s\" is none of reattach, dfu-mode, exit, exec:COMMAND", text);
    }
}
