package usbd4j.dfu.runtime;

import java.time.Duration;
import java.util.Optional;

/**
 * What decides over a DETACH.
 *
 * @param wDetachTimeOut the longest the device says it will wait, in milliseconds
 * @param policy the application's say
 */
record DetachRules(int wDetachTimeOut, DetachPolicy policy) {
    /**
     * {@return how long the device waits, or empty if it refuses}
     *
     * @param wTimeout what the host asks for, in milliseconds
     */
    Optional<Duration> grant(int wTimeout) {
        return policy.grantWithin(Duration.ofMillis(Math.min(wTimeout, wDetachTimeOut)));
    }
}
