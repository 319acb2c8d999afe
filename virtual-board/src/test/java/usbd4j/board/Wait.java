package usbd4j.board;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what only looking can tell, such as files of the kernel that no event announces. */
final class Wait {
    /**
     * An emulated machine on a busy one is slow; a test that waits this long has failed. The one core of a 32-bit board takes five
     * times as long as the others to start a JVM.
     */
    static final Duration LIMIT = Duration.ofSeconds("arm".equals(System.getProperty("os.arch")) ? 180 : 60);

    private static final long BETWEEN_LOOKS = MILLISECONDS.toNanos(10);

    private Wait() {}

    static void until(String what, BooleanSupplier condition) {
        forPresence(what, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    static <T> T forPresence(String what, Supplier<Optional<T>> look) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < end) {
            Optional<T> seen = look.get();
            if (seen.isPresent()) {
                return seen.get();
            }
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
        return fail("waited %s in vain: %s", LIMIT, what);
    }
}
