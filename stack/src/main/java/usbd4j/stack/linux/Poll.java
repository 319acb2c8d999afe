package usbd4j.stack.linux;

import com.sun.jna.Platform;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Waits (epoll(7)) for a wake-up, a readable file, a change of a sysfs attribute and completed operations at the same time. */
public final class Poll implements AutoCloseable {
    private static final int WAKE_UP = 0;
    private static final int READABLE = 1;
    private static final int ATTRIBUTE = 2;
    private static final int COMPLETIONS = 3;
    private static final int COUNT = 4;

    /** struct epoll_event: 32 bits of events and 64 bits of data, packed on x86 only. */
    private static final int DATA = Platform.isIntel() ? 4 : 8;

    private static final int EVENT_LENGTH = DATA + Long.BYTES;

    private static final long NANOS_PER_MILLI = 1_000_000;

    /** The longest timeout of epoll_wait(2), 24 days. */
    private static final Duration LONGEST = Duration.ofMillis(Integer.MAX_VALUE);

    private final FileDescriptor epoll = new FileDescriptor(
            SystemCall.checked("make an epoll descriptor", () -> LibC.epoll_create1(LibC.EPOLL_CLOEXEC)));
    private final NativeMemory memory = NativeMemory.allocate(COUNT * EVENT_LENGTH);
    private final ByteBuffer ready = memory.bytes();
    private final int[] events = new int[COUNT];
    private Optional<FileDescriptor> readable = Optional.empty();
    private @Nullable WakeUp completed;

    /**
     * Prepares to wait.
     *
     * @param wakeUp ends the wait when signalled by another thread
     * @param attribute an attribute in sysfs; a file that cannot be polled, such as one on a disk, never changes
     */
    public Poll(WakeUp wakeUp, FileDescriptor attribute) {
        this(wakeUp);
        int result = control(LibC.EPOLL_CTL_ADD, ATTRIBUTE, attribute, LibC.EPOLLPRI);
        if (result != -Errno.EPERM.number()) {
            check(result);
        }
    }

    /**
     * Prepares to wait.
     *
     * @param wakeUp ends the wait when signalled by another thread
     */
    public Poll(WakeUp wakeUp) {
        add(WAKE_UP, wakeUp.descriptor(), LibC.EPOLLIN);
    }

    /**
     * Also waits for a file to become readable, in place of the previous one.
     *
     * @param file the file
     */
    public void watch(FileDescriptor file) {
        watch(file, LibC.EPOLLIN);
    }

    /**
     * Also waits for a file to hang up, in place of the previous one, whatever there is to read.
     *
     * @param file the file
     */
    public void watchForHangUp(FileDescriptor file) {
        watch(file, 0);
    }

    /**
     * Also waits for something new about a file that is readable all the time, in place of the previous one.
     *
     * @param file the file
     */
    public void watchForNews(FileDescriptor file) {
        watch(file, LibC.EPOLLIN | LibC.EPOLLET);
        // That it is readable now is reported once.
        await(Optional.of(Duration.ZERO));
        if (isCompleted() && completed != null) {
            // So are completions, and they are news.
            completed.signal();
        }
    }

    private void watch(FileDescriptor file, int wanted) {
        watchNoFile();
        add(READABLE, file, wanted);
        readable = Optional.of(file);
    }

    /** Stops waiting for the file. Must be called while the file is still open. */
    public void watchNoFile() {
        readable.ifPresent(file -> check(control(LibC.EPOLL_CTL_DEL, READABLE, file, 0)));
        readable = Optional.empty();
    }

    /**
     * Also waits for completed operations. The wait is edge-triggered, so that the eventfd need not be read.
     *
     * @param completions signalled when an operation has completed
     */
    public void watch(WakeUp completions) {
        completed = completions;
        add(COMPLETIONS, completions.descriptor(), LibC.EPOLLIN | LibC.EPOLLET);
    }

    private void add(int index, FileDescriptor file, int wanted) {
        check(control(LibC.EPOLL_CTL_ADD, index, file, wanted));
    }

    private int control(int operation, int index, FileDescriptor file, int wanted) {
        NativeMemory event = NativeMemory.allocate(EVENT_LENGTH);
        event.bytes().putInt(0, wanted).putLong(DATA, index);
        return SystemCall.result(LibC.epoll_ctl(epoll.number(), operation, file.number(), event.address()));
    }

    private static void check(int result) {
        if (result < 0) {
            throw new LinuxException("cannot wait for USB events", -result);
        }
    }

    /**
     * Waits until one of them is ready or the timeout expires.
     *
     * @param timeout the longest wait, rounded up to milliseconds; empty to wait for ever
     */
    public void await(Optional<Duration> timeout) {
        int millis = timeout.isPresent() ? roundedUp(timeout.get()) : -1;
        int count;
        do {
            count = SystemCall.result(LibC.epoll_wait(epoll.number(), memory.address(), COUNT, millis));
        } while (count == SystemCall.INTERRUPTED);
        check(count);
        takeReady(count);
    }

    private void takeReady(int count) {
        for (int i = 0; i < COUNT; i++) {
            events[i] = 0;
        }
        for (int i = 0; i < count; i++) {
            events[(int) ready.getLong(i * EVENT_LENGTH + DATA)] = ready.getInt(i * EVENT_LENGTH);
        }
    }

    private static int roundedUp(Duration duration) {
        return duration.compareTo(LONGEST) < 0
                ? (int) duration.plusNanos(NANOS_PER_MILLI - 1).toMillis()
                : Integer.MAX_VALUE;
    }

    /** {@return whether the wake-up was signalled} */
    public boolean isWokenUp() {
        return events[WAKE_UP] != 0;
    }

    /** {@return whether the file can be read} */
    public boolean isReadable() {
        return (events[READABLE] & (LibC.EPOLLIN | LibC.EPOLLERR)) != 0;
    }

    /** {@return whether the file has hung up: GadgetFS reports this when a new request has replaced the one before} */
    public boolean isHungUp() {
        return (events[READABLE] & LibC.EPOLLHUP) != 0;
    }

    /** {@return whether the attribute changed since it was last read, or is gone} */
    public boolean isAttributeChanged() {
        return events[ATTRIBUTE] != 0;
    }

    /** {@return whether operations have completed} */
    public boolean isCompleted() {
        return events[COMPLETIONS] != 0;
    }

    @Override
    public void close() {
        epoll.close();
    }
}
