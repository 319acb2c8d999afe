package usbd4j.gadget.serve;

import java.io.File;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;

/**
 * A command has the controller until it ends, for instance a program that is the device in DFU mode; then the device comes
 * back in run-time.
 */
final class Exec implements OnDetach {
    static final String PREFIX = "exec:";

    private static final Logger LOG = System.getLogger(Exec.class.getName());

    private final List<String> command;
    private volatile @Nullable Process running;
    private volatile boolean stopped;

    /**
     * A command.
     *
     * @param command the program and its arguments
     */
    Exec(List<String> command) {
        this.command = List.copyOf(command);
    }

    /** {@return the program and its arguments} */
    List<String> command() {
        return command;
    }

    /** {@return a command, split at white space; there is no shell and no quoting} */
    static Exec of(String text) {
        List<String> command = List.of(text.strip().split("\\s+"));
        String program = command.get(0);
        if (!isExecutable(program)) {
            throw new IllegalArgumentException("there is no executable program \"%s\"".formatted(program));
        }
        return new Exec(command);
    }

    private static boolean isExecutable(String program) {
        Stream<Path> candidates = program.contains("/")
                ? Stream.of(Path.of(program))
                : Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .map(directory -> Path.of(directory, program));
        return candidates.anyMatch(path -> Files.isRegularFile(path) && Files.isExecutable(path));
    }

    @Override
    public boolean comesBack() {
        String line = String.join(" ", command);
        LOG.log(Level.INFO, "running: {0}", line);
        int status;
        try {
            status = start().waitFor();
        } catch (IOException e) {
            throw new GadgetException(
                    ExitStatus.COMMAND_FAILED, "Cannot run \"%s\": %s".formatted(line, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        if (status != 0) {
            throw new GadgetException(ExitStatus.COMMAND_FAILED, "\"%s\" ended with status %d".formatted(line, status));
        }
        return true;
    }

    private Process start() throws IOException {
        Process started = new ProcessBuilder(command).inheritIO().start();
        running = started;
        if (stopped) {
            started.destroy();
        }
        return started;
    }

    @Override
    public void stop() {
        stopped = true;
        Process process = running;
        if (process != null) {
            process.destroy();
        }
    }

    @Override
    public boolean mayComeBack() {
        return true;
    }
}
