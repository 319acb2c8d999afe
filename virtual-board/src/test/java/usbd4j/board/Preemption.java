package usbd4j.board;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Lets the kernel take the processor from its own threads, too, until it is closed. Where it may not, and has just one
 * processor, usbtest can hang it for good: it repeats "unlink retry" as long as the transfer that it unlinks is being completed,
 * and with {@code vhci-hcd} a thread that waits for the processor completes it.
 */
final class Preemption implements AutoCloseable {
    private static final Path SCHEDULER = Path.of("/sys/kernel/debug/sched");
    private static final String SETTING = "preempt";

    /** What is in force stands in parentheses: none (voluntary) full. */
    private static final Pattern IN_FORCE = Pattern.compile("\\((\\w+)\\)");

    private final String before;

    private Preemption() {
        before = IN_FORCE.matcher(UsbHost.read(SCHEDULER, SETTING))
                .results()
                .map(each -> each.group(1))
                .findFirst()
                .orElseThrow();
        UsbHost.write(SCHEDULER.resolve(SETTING), "full");
    }

    static Preemption full() {
        return new Preemption();
    }

    @Override
    public void close() {
        UsbHost.write(SCHEDULER.resolve(SETTING), before);
    }
}
