package usbd4j.board;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;

/** As users run it. */
record OwnProcess(Process process) implements Execution {
    static OwnProcess of(List<String> command) {
        try {
            return new OwnProcess(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + command, e);
        }
    }

    @Override
    public void read(Consumer<String> lines) {
        try (BufferedReader output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.accept(line);
            }
        } catch (IOException e) {
            lines.accept("cannot read: " + e);
        }
    }

    @Override
    public void stop() {
        // The handle's destroy: the process's own would close its output before the last lines have come.
        process.toHandle().destroy();
    }

    @Override
    public void kill() {
        process.destroyForcibly();
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public int awaitStatus() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public long pid() {
        return process.pid();
    }
}
