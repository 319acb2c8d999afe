package usbd4j.gadget.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import usbd4j.gadget.Command;

/** Does what a report advises, as far as it takes nothing away from anybody: loads modules, mounts configfs. */
public final class Repair {
    private final Doctor doctor;
    private final Consumer<String> tell;
    private final Set<Command> done = new HashSet<>();

    /**
     * Prepares to repair.
     *
     * @param doctor looks before each step
     * @param tell called with each thing before it is done, and with what came of it if it failed
     */
    public Repair(Doctor doctor, Consumer<String> tell) {
        this.doctor = doctor;
        this.tell = tell;
    }

    /** {@return what is there after all has been done} What one command brings, such as a module, may ask for another. */
    public Report repair() {
        Report report = doctor.look();
        List<Command> next = fresh(report);
        while (!next.isEmpty()) {
            next.forEach(this::run);
            report = doctor.look();
            next = fresh(report);
        }
        return report;
    }

    /** {@return the commands that have not been run yet} */
    private List<Command> fresh(Report report) {
        return report.safeCommands().stream().filter(done::add).toList();
    }

    private void run(Command command) {
        tell.accept("running: %s".formatted(command));
        try {
            Process process = new ProcessBuilder(command.words())
                    .redirectErrorStream(true)
                    .start();
            String output;
            try (InputStream stream = process.getInputStream()) {
                output = new String(stream.readAllBytes(), UTF_8).strip();
            }
            int status = process.waitFor();
            if (status != 0) {
                tell.accept("it ended with status %d: %s".formatted(status, output));
            }
        } catch (IOException e) {
            tell.accept("it cannot be run: %s".formatted(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
