package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A device goes through everything that devices go through, at random, for as long as {@code virtual-board/test --minutes} says. The
 * same {@code --seed} draws the same actions.
 */
class SoakIT {
    private static final Duration TIME = Duration.ofMinutes(Integer.getInteger("usbd4j.minutes", 1));
    private static final long SEED = Long.getLong("usbd4j.seed", System.nanoTime() % 1_000_000);

    /** Linux 6.1 refuses the functional descriptor of DFU mode. */
    private static final boolean HAS_DFU_MODE =
            !System.getProperty("os.version", "").startsWith("6.1.");

    /** After so many actions a process has loaded what it needs. */
    private static final int WARM_UP = 3;

    /** KiB by which the heap (-Xmx64m) may grow until it is collected. */
    private static final long MORE_RSS = 32 * 1024;

    /** Java's threads in the device's own output; what they wait for in the kernel, and what the kernel has logged. */
    private static final String WHERE_IT_IS =
            "for t in /proc/%d/task/*; do cat $t/comm $t/stack; done; dmesg | tail -n 30";

    @TempDir
    private Path directory;

    private final Random random = new Random(SEED);

    @Test
    void aDeviceOutlastsEverything() {
        print("soak: %d minutes, --seed %d".formatted(TIME.toMinutes(), SEED));
        SoakDevice device = new SoakDevice(new FirmwareStore(directory), HAS_DFU_MODE);
        try {
            soak(device);
        } catch (RuntimeException | Error e) {
            device.process().dumpThreads();
            print("soak: failed with --seed %d; the device said last, at the end where its threads are:%n%s%n%s"
                    .formatted(
                            SEED,
                            device.process().lastLines(),
                            Tool.run(
                                            "sh",
                                            "-c",
                                            WHERE_IT_IS.formatted(
                                                    device.process().pid()))
                                    .output()));
            device.abandon();
            throw e;
        }
        device.close();
        assertThat(LeftBehind.look()).isEmpty();
    }

    private void soak(SoakDevice device) {
        long end = System.nanoTime() + TIME.toNanos();
        long pid = device.process().pid();
        int age = 0;
        ProcessSize first = ProcessSize.of(pid);
        for (int number = 1; System.nanoTime() < end; number++) {
            SoakAction action = SoakAction.draw(random, HAS_DFU_MODE);
            print("soak: %d %s, %d s before the end"
                    .formatted(
                            number,
                            action,
                            Duration.ofNanos(end - System.nanoTime()).toSeconds()));
            action.doWith(device, random);
            boolean isSame = device.process().pid() == pid;
            pid = device.process().pid();
            age = isSame && device.hasDoneEverything() ? age + 1 : 0;
            if (age <= WARM_UP) {
                first = ProcessSize.of(pid);
            } else {
                assertFlat(pid, first, age);
            }
        }
    }

    /** What ends by itself, such as the thread that waits for another process, may still be there for a while. */
    private static void assertFlat(long pid, ProcessSize first, int age) {
        Wait.until(
                "process %d has no more than %s, %d actions later it has %s"
                        .formatted(pid, first, age, ProcessSize.of(pid)),
                () -> ProcessSize.of(pid).isWithin(first, MORE_RSS));
        print("soak: %s, after %d actions".formatted(ProcessSize.of(pid), age));
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
