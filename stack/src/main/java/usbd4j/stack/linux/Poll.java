package usbd4j.stack.linux;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;

/** One poll(2) for a wake-up, a file that can be read, a sysfs attribute that may change, and operations that end. */
public final class Poll {
    /** struct pollfd: an int, two shorts. */
    private static final int POLLFD_LENGTH = 8;

    private static final int EVENTS = 4;
    private static final int REVENTS = 6;

    private static final int WAKE_UP = 0;
    private static final int READABLE = 1;
    private static final int ATTRIBUTE = 2;
    private static final int COMPLETIONS = 3;
    private static final int COUNT = 4;

    private static final long NANOS_PER_MILLI = 1_000_000;

    /** What poll(2) can count, 24 days. */
    private static final Duration LONGEST = Duration.ofMillis(Integer.MAX_VALUE);

    private final NativeMemory memory = NativeMemory.allocate(COUNT * POLLFD_LENGTH);
    private final ByteBuffer pollfds = memory.bytes();

    /**
     * Prepares to wait.
     *
     * @param wakeUp what ends the wait from outside
     * @param attribute an attribute in sysfs
     */
    public Poll(WakeUp wakeUp, FileDescriptor attribute) {
        watch(WAKE_UP, wakeUp.descriptor(), LibC.POLLIN);
        watchNothing(READABLE);
        watch(ATTRIBUTE, attribute, LibC.POLLPRI);
        watchNothing(COMPLETIONS);
    }

    /**
     * Waits for a file that can be read, too.
     *
     * @param readable which
     */
    public void watch(FileDescriptor readable) {
        watch(READABLE, readable, LibC.POLLIN);
    }

    /** Waits for no file any more. */
    public void watchNoFile() {
        watchNothing(READABLE);
    }

    /**
     * Waits for operations that end, too.
     *
     * @param completions readable when any has
     */
    public void watch(WakeUp completions) {
        watch(COMPLETIONS, completions.descriptor(), LibC.POLLIN);
    }

    /** As poll(2) takes a negative descriptor. */
    private void watchNothing(int index) {
        pollfds.putInt(index * POLLFD_LENGTH, -1);
    }

    private void watch(int index, FileDescriptor descriptor, short events) {
        pollfds.putInt(index * POLLFD_LENGTH, descriptor.number());
        pollfds.putShort(index * POLLFD_LENGTH + EVENTS, events);
    }

    /**
     * Waits until one of them is ready or the time is over.
     *
     * @param timeout how long at most, rounded up to milliseconds; empty for ever
     */
    public void await(Optional<Duration> timeout) {
        int millis = timeout.isPresent() ? roundedUp(timeout.get()) : -1;
        int result;
        do {
            result = SystemCall.result(LibC.poll(memory.address(), COUNT, millis));
        } while (result == SystemCall.INTERRUPTED);
        if (result < 0) {
            throw new LinuxException("cannot wait for USB events", -result);
        }
    }

    private static int roundedUp(Duration duration) {
        return duration.compareTo(LONGEST) < 0
                ? (int) duration.plusNanos(NANOS_PER_MILLI - 1).toMillis()
                : Integer.MAX_VALUE;
    }

    /** {@return whether the wake-up was signalled} */
    public boolean isWokenUp() {
        return ready(WAKE_UP);
    }

    /** {@return whether the file can be read} */
    public boolean isReadable() {
        // Not at a hang-up: GadgetFS says so of a request that another one took the place of.
        return (revents(READABLE) & (LibC.POLLIN | LibC.POLLERR)) != 0;
    }

    /** {@return whether the attribute changed since it was last read, or is gone} */
    public boolean isAttributeChanged() {
        return ready(ATTRIBUTE);
    }

    /** {@return whether operations are over} */
    public boolean isCompleted() {
        return ready(COMPLETIONS);
    }

    private boolean ready(int index) {
        return revents(index) != 0;
    }

    private short revents(int index) {
        return pollfds.getShort(index * POLLFD_LENGTH + REVENTS);
    }
}
