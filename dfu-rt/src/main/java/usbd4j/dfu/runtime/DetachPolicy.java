package usbd4j.dfu.runtime;

import java.time.Duration;
import java.util.Optional;

/**
 * Decides whether a DETACH is accepted, and how long appDETACH then really lasts. What the device claims is wDetachTimeOut of its
 * functional descriptor.
 */
@FunctionalInterface
public interface DetachPolicy {
    /** Accepts every DETACH, for the time that the specification allows: wTimeout, but at most wDetachTimeOut. */
    DetachPolicy ACCEPT = Optional::of;

    /** Stalls every DETACH. */
    DetachPolicy REFUSE = allowed -> Optional.empty();

    /**
     * Called on a DETACH in appIDLE, before it is answered.
     *
     * @param allowed the time that the specification allows: the wTimeout of the host, but at most wDetachTimeOut of the device
     * @return how long appDETACH lasts: the device waits that long for a bus reset, or, with bitWillDetach, detaches after it. It
     *     may be longer than allowed, on a device that does not do what it claims. Empty to stall the DETACH
     */
    Optional<Duration> time(Duration allowed);

    /**
     * {@return a policy that accepts every DETACH, for the time that the specification allows or a limit, whichever is shorter}
     *
     * @param limit the longest time
     */
    static DetachPolicy atMost(Duration limit) {
        requireNotNegative(limit);
        return allowed -> Optional.of(allowed.compareTo(limit) <= 0 ? allowed : limit);
    }

    /**
     * {@return a policy that accepts every DETACH, for the same time whatever the host asks for and the device claims}
     *
     * @param time the time
     */
    static DetachPolicy always(Duration time) {
        requireNotNegative(time);
        return allowed -> Optional.of(time);
    }

    private static void requireNotNegative(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("the time of a DETACH is %s, and must not be negative".formatted(time));
        }
    }
}
