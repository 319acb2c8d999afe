package usbd4j.gadget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.stack.UsbException;
import usbd4j.stack.linux.Errno;
import usbd4j.stack.linux.LinuxException;

/** What the user sees of a failure. */
class FailuresTest {
    private record Failing(RuntimeException failure) implements Command {
        @Override
        public String name() {
            return "fail";
        }

        @Override
        public List<String> description() {
            return List.of("Fails.");
        }

        @Override
        public ExitStatus run(Arguments arguments, Console console) {
            throw failure;
        }
    }

    @ParameterizedTest
    @EnumSource
    void troubleWithAStatusEndsWithIt(ExitStatus status) {
        Run run = run(new GadgetException(status, "Cannot do it: do something else"));

        assertThat(run.status()).isEqualTo(status.code());
        assertThat(run.err()).isEqualToIgnoringNewLines("usbd4j: Cannot do it: do something else");
    }

    @ParameterizedTest
    @EnumSource(names = {"EACCES", "EPERM"})
    void missingPermissionSaysHowToGetIt(Errno errno) {
        Run run = run(new LinuxException("cannot open /dev/x", errno.number()));

        assertThat(run.status()).isEqualTo(6);
        assertThat(run.err()).startsWith("usbd4j: cannot open /dev/x: " + errno).contains("sudo", "--functionfs");
    }

    @Test
    void missingPermissionThatWasExplainedIsNotExplainedTwice() {
        Run run = run(new GadgetException(ExitStatus.NO_PERMISSION, "Mount it with uid="));

        assertThat(run.err()).isEqualToIgnoringNewLines("usbd4j: Mount it with uid=");
    }

    @Test
    void anyOtherErrorOfTheSystemIsAFailure() {
        Run run = run(new LinuxException("cannot open /dev/x", Errno.EIO.number()));

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).isEqualToIgnoringNewLines("usbd4j: cannot open /dev/x: EIO, input/output error");
    }

    @Test
    void anyOtherTroubleIsAFailure() {
        Run run = run(new UsbException("the kernel refuses"));

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).isEqualToIgnoringNewLines("usbd4j: the kernel refuses");
    }

    @Test
    void aMistakeInTheProgramIsReportedWithItsStackTrace() {
        Run run = run(new IllegalStateException("as the test wants it"));

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .contains(
                        "internal error", "please report", "as the test wants it", "at usbd4j.gadget.cli.FailuresTest");
    }

    private static Run run(RuntimeException failure) {
        return Run.of(new CommandGroup("test", List.of(), List.of(new Failing(failure)), List.of()), "fail");
    }
}
