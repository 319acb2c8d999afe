package usbd4j.gadget.serve;

import java.io.File;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.service.ServiceManager;

/** A command that has the controller until it ends, for instance a program that is the device in DFU mode. */
final class Exec {
    private static final Logger LOG = System.getLogger(Exec.class.getName());

    /** How long a command that is to end has for it. */
    private static final int PATIENCE_SECONDS = 5;

    private final List<String> command;
    private volatile @Nullable Process running;
    private volatile boolean stopped;

    /**
     * A command that does not run yet.
     *
     * @param command the program and its arguments; there is no shell
     * @throws GadgetException if there is no such program
     */
    Exec(List<String> command) {
        this.command = List.copyOf(command);
        String program = command.get(0);
        if (!isExecutable(program)) {
            throw new GadgetException(
                    ExitStatus.USAGE, "--on-detach=exec: there is no executable program \"%s\"".formatted(program));
        }
    }

    private static boolean isExecutable(String program) {
        Stream<Path> candidates = program.contains("/")
                ? Stream.of(Path.of(program))
                : Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .map(directory -> Path.of(directory, program));
        return candidates.anyMatch(path -> Files.isRegularFile(path) && Files.isExecutable(path));
    }

    /**
     * Runs the command, and waits until it ends.
     *
     * @param manager told meanwhile that the program is alive
     * @throws GadgetException if it fails, or is ended by {@link #stop}
     */
    void run(ServiceManager manager) {
        String line = String.join(" ", command);
        LOG.log(Level.INFO, "running: {0}", line);
        int status;
        try {
            Process started = start();
            manager.await(Optional.empty(), longest -> started.waitFor(longest.toNanos(), TimeUnit.NANOSECONDS));
            status = started.exitValue();
        } catch (IOException e) {
            throw new GadgetException(
                    ExitStatus.COMMAND_FAILED, "Cannot run \"%s\": %s".formatted(line, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        if (status != 0) {
            throw new GadgetException(ExitStatus.COMMAND_FAILED, "\"%s\" ended with status %d".formatted(line, status));
        }
    }

    private Process start() throws IOException {
        Process started = new ProcessBuilder(command).inheritIO().start();
        running = started;
        // stop() may have come before there was anything to end.
        if (stopped) {
            end(started);
        }
        return started;
    }

    /** Ends the command if it runs. May be called on any thread. */
    void stop() {
        stopped = true;
        Process process = running;
        if (process != null && process.isAlive()) {
            end(process);
        }
    }

    /** Ends a command by SIGTERM or, if it does not end, by SIGKILL, and then what it has started as well. */
    private void end(Process process) {
        LOG.log(Level.INFO, "ending: {0}", String.join(" ", command));
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(
                        Level.WARNING,
                        "it has not ended after {0} seconds of SIGTERM, and is killed",
                        PATIENCE_SECONDS);
                List<ProcessHandle> started = process.descendants().toList();
                process.destroyForcibly();
                started.forEach(ProcessHandle::destroyForcibly);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
