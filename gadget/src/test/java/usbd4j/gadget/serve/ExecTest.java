package usbd4j.gadget.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;

class ExecTest {
    @TempDir
    private Path directory;

    @Test
    void waitsForTheCommandToEnd() {
        Path made = directory.resolve("made");
        new Exec(List.of("touch", made.toString())).run(ManagerInMemory.none());

        assertThat(made).exists();
    }

    @Test
    void failsAsTheCommandDoes() {
        Exec failing = new Exec(List.of("false"));

        assertThatExceptionOfType(GadgetException.class)
                .isThrownBy(() -> failing.run(ManagerInMemory.none()))
                .withMessage("\"false\" ended with status 1")
                .matches(failure -> failure.status() == ExitStatus.COMMAND_FAILED);
    }

    @Test
    void thatIsStoppedEndsItsCommand() {
        Exec endless = new Exec(List.of("sleep", "infinity"));
        endless.stop();

        assertThatExceptionOfType(GadgetException.class)
                .isThrownBy(() -> endless.run(ManagerInMemory.none()))
                .withMessage("\"sleep infinity\" ended with status 143");
    }

    @Test
    void thatIsStoppedKillsACommandThatIgnoresIt() throws IOException, InterruptedException {
        Path ready = directory.resolve("ready");
        assertThat(new ProcessBuilder("mkfifo", ready.toString()).start().waitFor())
                .isZero();
        // The shell's own child would outlive it.
        Exec stubborn =
                new Exec(List.of("sh", "-c", "trap '' TERM; sleep 1000 & echo $! >\"$0\"; wait", ready.toString()));
        CompletableFuture<Void> run = CompletableFuture.runAsync(() -> stubborn.run(ManagerInMemory.none()));
        ProcessHandle child = ProcessHandle.of(
                        Long.parseLong(Files.readString(ready).strip()))
                .orElseThrow();
        stubborn.stop();

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(run::join)
                .withMessageEndingWith("ended with status 137");
        assertThat(child.onExit()).succeedsWithin(Duration.ofSeconds(20));
    }

    @Test
    void tellsTheServiceManagerThatTheProgramIsAliveMeanwhile() throws IOException, InterruptedException {
        Path told = directory.resolve("told");
        assertThat(new ProcessBuilder("mkfifo", told.toString()).start().waitFor())
                .isZero();
        // It ends when it has been told of once.
        ManagerInMemory manager = ManagerInMemory.withWatchdog(Duration.ofMillis(2), state -> write(told, state));

        new Exec(List.of("grep", "--quiet", "WATCHDOG=1", told.toString())).run(manager.manager());

        assertThat(manager.told()).contains("WATCHDOG=1");
    }

    /** Waits for the reader. */
    private static void write(Path fifo, String line) {
        if (Files.exists(fifo)) {
            try {
                Files.writeString(fifo, line + "\n", StandardOpenOption.WRITE);
                Files.delete(fifo);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void failsIfTheProgramIsGoneByThen() throws IOException {
        Path program = Files.createFile(
                directory.resolve("program"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Exec gone = new Exec(List.of(program.toString()));
        Files.delete(program);

        assertThatExceptionOfType(GadgetException.class)
                .isThrownBy(() -> gone.run(ManagerInMemory.none()))
                .withMessageStartingWith("Cannot run \"%s\"".formatted(program))
                .matches(failure -> failure.status() == ExitStatus.COMMAND_FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/no/such/program", "no-such-program", "/tmp"})
    void refusesWhatIsNotAProgram(String program) {
        assertThatExceptionOfType(GadgetException.class)
                .isThrownBy(() -> new Exec(List.of(program, "--now")))
                .withMessage("--on-detach=exec: there is no executable program \"%s\"", program)
                .matches(failure -> failure.status() == ExitStatus.USAGE);
    }
}
