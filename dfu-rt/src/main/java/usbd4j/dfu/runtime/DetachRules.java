package usbd4j.dfu.runtime;

import java.time.Duration;
import java.util.Optional;

/**
 * What decides about a DETACH.
 *
 * @param wDetachTimeOut what the device claims, in milliseconds
 * @param policy what it does
 */
record DetachRules(int wDetachTimeOut, DetachPolicy policy) {
    /**
     * {@return how long appDETACH lasts, or empty to stall the DETACH}
     *
     * @param wTimeout what the host asks for, in milliseconds
     */
    Optional<Duration> time(int wTimeout) {
        return policy.time(Duration.ofMillis(Math.min(wTimeout, wDetachTimeOut)));
    }
}
