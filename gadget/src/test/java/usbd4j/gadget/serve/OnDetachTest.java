package usbd4j.gadget.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;

class OnDetachTest {
    @Test
    void reattachComesBack() {
        assertThat(OnDetach.of("reattach").comesBack()).isTrue();
        assertThat(OnDetach.of("reattach").mayComeBack()).isTrue();
    }

    @Test
    void dfuModeComesBackAsAnotherDevice() {
        assertThat(OnDetach.of("dfu-mode")).isInstanceOf(EnterDfuMode.class);
        assertThat(OnDetach.of("dfu-mode").comesBack()).isFalse();
        assertThat(OnDetach.of("dfu-mode").mayComeBack()).isTrue();
    }

    @Test
    void exitDoesNot() {
        assertThat(OnDetach.of("exit").comesBack()).isFalse();
        assertThat(OnDetach.of("exit").mayComeBack()).isFalse();
    }

    @Test
    void execIsSplitAtWhiteSpace() {
        assertThat(OnDetach.of("exec: sh  -c\ttrue "))
                .isInstanceOfSatisfying(
                        Exec.class, exec -> assertThat(exec.command()).containsExactly("sh", "-c", "true"));
    }

    @Test
    void execComesBackWhenTheCommandHasEnded() {
        assertThat(OnDetach.of("exec:true").comesBack()).isTrue();
        assertThat(OnDetach.of("exec:true").mayComeBack()).isTrue();
    }

    @Test
    void execFailsAsTheCommandDoes() {
        OnDetach failing = OnDetach.of("exec:false");

        assertThatExceptionOfType(GadgetException.class)
                .isThrownBy(failing::comesBack)
                .withMessage("\"false\" ended with status 1")
                .matches(failure -> failure.status() == ExitStatus.COMMAND_FAILED);
    }

    @Test
    void execThatIsStoppedEndsItsCommand() {
        OnDetach endless = OnDetach.of("exec:sleep infinity");
        endless.stop();

        assertThatExceptionOfType(GadgetException.class)
                .isThrownBy(endless::comesBack)
                .withMessage("\"sleep infinity\" ended with status 143");
    }

    @Test
    void execFailsIfTheProgramIsGoneByThen() {
        OnDetach gone = new Exec(List.of("/no/such/program"));

        assertThatExceptionOfType(GadgetException.class)
                .isThrownBy(gone::comesBack)
                .withMessageStartingWith("Cannot run \"/no/such/program\"")
                .matches(failure -> failure.status() == ExitStatus.COMMAND_FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exec:", "exec:/no/such/program", "exec:no-such-program --now", "exec:/tmp"})
    void execOfWhatIsNoProgramIsRefusedAtOnce(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OnDetach.of(text))
                .withMessageContaining("no executable program");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sleep", "REATTACH", "exit "})
    void anythingElseIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OnDetach.of(text))
                .withMessage("\"%s\" is none of reattach, dfu-mode, exit, exec:COMMAND", text);
    }
}
