package usbd4j.junit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a device logs, while it does. Written by the device's threads, read by a test. */
final class LiveTranscript {
    private final List<String> lines = new ArrayList<>();
    private int next;
    private boolean isAtEnd;
    private @Nullable Throwable cause;

    /** Adds a line. */
    synchronized void add(String line) {
        lines.add(line);
        notifyAll();
    }

    /**
     * Ends it.
     *
     * @param why what went wrong, if something did
     */
    synchronized void end(Optional<Throwable> why) {
        isAtEnd = true;
        cause = why.orElse(null);
        notifyAll();
    }

    /** {@return all lines so far} */
    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /** {@return what went wrong with the device, if something did} */
    synchronized Optional<Throwable> cause() {
        return Optional.ofNullable(cause);
    }

    /**
     * {@return the first line that is wanted, after the one that was last waited for}
     *
     * @param otherwise what to say if there is none
     * @param wanted which line
     * @param longest how long to wait
     */
    synchronized String await(String otherwise, Predicate<String> wanted, Duration longest) {
        Deadline deadline = Deadline.in(longest);
        int at = next;
        try {
            while (true) {
                for (; at < lines.size(); at++) {
                    if (wanted.test(lines.get(at))) {
                        next = at + 1;
                        return lines.get(at);
                    }
                }
                if (isAtEnd) {
                    throw failure(otherwise + ", and the device has ended");
                }
                if (deadline.isOver()) {
                    throw failure("%s within %.1f seconds".formatted(otherwise, longest.toMillis() / 1000.0));
                }
                TimeUnit.NANOSECONDS.timedWait(this, deadline.left().toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(otherwise + " until the test was interrupted");
        }
    }

    /** {@return the failure of a test, with these lines} */
    synchronized DeviceFailure failure(String what) {
        return cause == null ? new DeviceFailure(what, lines) : new DeviceFailure(cause, lines);
    }
}
