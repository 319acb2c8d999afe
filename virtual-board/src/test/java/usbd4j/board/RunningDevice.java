package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** {@code usbd4j run}. Every line it writes can be waited for, in order. */
final class RunningDevice implements AutoCloseable {
    /** The program as users start it; virtual-board/test says where the jar is, and what Java takes beside. */
    static final List<String> PROGRAM =
            List.of(Path.of("gadget/src/launcher/usbd4j").toAbsolutePath().toString());

    /** The options of every {@code run}: virtual-board/test --bus. */
    private static final List<String> BUS = Optional.ofNullable(System.getProperty("usbd4j.bus"))
            .map(bus -> List.of("--bus", bus))
            .orElse(List.of());

    private static final String END = "(the device's output ends here)";

    private final Execution execution;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> seen = new ArrayList<>();
    private boolean ended;

    private RunningDevice(Execution execution) {
        this.execution = execution;
        Thread reader = new Thread(this::read, "output of usbd4j");
        reader.setDaemon(true);
        reader.start();
    }

    /** {@return the device, started but perhaps not ready yet} */
    static RunningDevice start(String... options) {
        List<String> run = Tool.join(Tool.join(PROGRAM, "run"), BUS.toArray(String[]::new));
        return startAs(Tool.join(run, options));
    }

    static RunningDevice startAs(List<String> command) {
        return new RunningDevice(OwnProcess.of(command));
    }

    /** {@return the device, configured by the board's host} */
    static RunningDevice configured(String... options) {
        RunningDevice device = start(options);
        device.awaitLine("configured by the host");
        return device;
    }

    /** {@return the device, in this Java, started but perhaps not ready yet} */
    static RunningDevice startHere(String... options) {
        return new RunningDevice(new InThisJava(Tool.join(BUS, options)));
    }

    /** {@return the device, in this Java, configured by the board's host} */
    static RunningDevice configuredHere(String... options) {
        RunningDevice device = startHere(options);
        device.awaitLine("configured by the host");
        return device;
    }

    private void read() {
        execution.read(lines::add);
        lines.add(END);
    }

    /** {@return the next line that contains a text; lines before it are passed over} */
    String awaitLine(String text) {
        for (Optional<String> line = nextLine(); line.isPresent(); line = nextLine()) {
            if (line.get().contains(text)) {
                return line.get();
            }
        }
        return fail("no line with \"%s\" came, but:%n%s", text, String.join("\n", seen));
    }

    /** {@return the next line, or nothing if the output is at its end} */
    private Optional<String> nextLine() {
        if (ended) {
            return Optional.empty();
        }
        try {
            String line = lines.poll(Wait.LIMIT.toSeconds(), TimeUnit.SECONDS);
            if (line == null) {
                // Otherwise it would be in the way of all the tests that follow.
                execution.kill();
                return fail("the device neither says anything nor ends; it said:%n%s", String.join("\n", seen));
            }
            ended = line.equals(END);
            if (ended) {
                return Optional.empty();
            }
            seen.add(line);
            return Optional.of(line);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    long pid() {
        return execution.pid();
    }

    /** Has Java write where its threads are, and waits until it has. */
    void dumpThreads() {
        if (execution.isAlive()) {
            signal("QUIT");
            Wait.until(
                    "the threads are written",
                    () -> !execution.isAlive() || lines.stream().anyMatch(line -> line.startsWith("JNI global ref")));
        }
    }

    /** {@return the last of what it wrote, whether it was waited for or not} */
    String lastLines() {
        List<String> all = new ArrayList<>(seen);
        all.addAll(lines);
        return String.join("\n", all.subList(Math.max(0, all.size() - 200), all.size()));
    }

    /** Sends a signal. */
    void signal(String name) {
        assertThat(Tool.run("kill", "-" + name, Long.toString(execution.pid())).status())
                .isZero();
    }

    /** {@return all it wrote, once it has ended} */
    String outputAtEnd() {
        while (nextLine().isPresent()) {
            assertThat(seen).as("the device's output").hasSizeLessThan(10_000);
        }
        return String.join("\n", seen);
    }

    /** {@return its exit status, once it has ended} */
    int statusAtEnd() {
        outputAtEnd();
        try {
            return execution.awaitStatus();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends it the gentle way. */
    void stop() {
        execution.stop();
    }

    /** Ends it if it still runs, whatever it leaves behind. */
    void kill() {
        execution.kill();
        statusAtEnd();
    }

    /** Ends it the gentle way, and checks that it leaves nothing behind. */
    @Override
    public void close() {
        stop();
        statusAtEnd();
        assertThat(LeftBehind.look()).as("left behind by usbd4j").isEmpty();
    }
}
