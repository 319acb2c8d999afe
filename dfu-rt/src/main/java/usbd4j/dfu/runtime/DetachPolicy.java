package usbd4j.dfu.runtime;

import java.time.Duration;
import java.util.Optional;

/** The application's say in a DETACH: whether it may be, and how long. */
@FunctionalInterface
public interface DetachPolicy {
    /** Every DETACH is granted the whole time. */
    DetachPolicy ACCEPT = Optional::of;

    /** Every DETACH is refused. */
    DetachPolicy REFUSE = offered -> Optional.empty();

    /**
     * Called on a DETACH in appIDLE, before it is answered.
     *
     * @param offered the host's wTimeout, but at most the device's wDetachTimeOut
     * @return how long the device waits for a bus reset, or, if it detaches by itself, until it does; never longer than
     *     offered, what is more is cut. Empty to refuse the DETACH.
     */
    Optional<Duration> grant(Duration offered);

    /**
     * {@return a policy that grants every DETACH at most this time}
     *
     * @param limit the longest
     */
    static DetachPolicy atMost(Duration limit) {
        return offered -> Optional.of(shorter(offered, limit));
    }

    /** {@return the shorter of two} */
    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /**
     * {@return what this policy grants, within what is offered}
     *
     * @param offered the longest
     */
    default Optional<Duration> grantWithin(Duration offered) {
        return grant(offered).map(granted -> shorter(offered, granted));
    }
}
