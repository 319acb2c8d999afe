package usbd4j.stack.functionfs;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import usbd4j.stack.linux.KernelProbe;

/**
 * Calls of a kernel function that have not been assigned to an event yet. No streams: they would be the first ones of
 * their kind in a start, each of which takes a small board some milliseconds.
 */
final class PendingCalls {
    /** Before all calls. */
    static final long NEVER = Long.MIN_VALUE;

    /** After all calls. */
    static final long NEVER_AGAIN = Long.MAX_VALUE;

    private final List<KernelProbe.Call> calls = new ArrayList<>();

    /**
     * Calls that belong to an event.
     *
     * @param first the time of the first, or {@link #NEVER_AGAIN}
     * @param last the time of the last, or {@link #NEVER}
     */
    record Taken(long first, long last) {}

    void add(KernelProbe.Call call) {
        calls.add(call);
    }

    /** {@return the time of the last call, or {@link #NEVER}} */
    long last() {
        long last = NEVER;
        for (KernelProbe.Call each : calls) {
            last = Math.max(last, each.time());
        }
        return last;
    }

    /** {@return the calls until a time, which no longer wait then} */
    Taken takeUntil(long end) {
        long first = NEVER_AGAIN;
        long last = NEVER;
        for (Iterator<KernelProbe.Call> each = calls.iterator(); each.hasNext(); ) {
            long time = each.next().time();
            if (time <= end) {
                first = Math.min(first, time);
                last = Math.max(last, time);
                each.remove();
            }
        }
        return new Taken(first, last);
    }
}
