package usbd4j.dfu.mode;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import usbd4j.dfu.DfuState;

/**
 * bwPollTimeout as the device tells it (DFU 1.1, 6.1.2), for each bState of an answer to GETSTATUS. How long the device really takes
 * is up to its memory.
 *
 * @param told bwPollTimeout in milliseconds, 0 to 16777215; for a state that is not here it is the real time left in that state,
 *     rounded up, and 0 if the state does not end by itself
 */
public record PollTimeouts(Map<DfuState, Integer> told) {
    private static final int LONGEST = 0xFFFFFF;
    private static final long NANOS_PER_MILLI = 1_000_000;

    /** The real time in every state. */
    public static final PollTimeouts REAL = new PollTimeouts(Map.of());

    /** Checks that the states are of DFU mode, and the range of the times. */
    public PollTimeouts {
        told.forEach((state, millis) -> {
            if (state == DfuState.APP_IDLE || state == DfuState.APP_DETACH) {
                throw new IllegalArgumentException("%s is not a state of DFU mode".formatted(state));
            }
            if (millis < 0 || millis > LONGEST) {
                throw new IllegalArgumentException(
                        "bwPollTimeout of %s is %d, and must be within 0 and %d".formatted(state, millis, LONGEST));
            }
        });
        told = Map.copyOf(told);
    }

    /**
     * {@return the same times, but for one state}
     *
     * @param state bState
     * @param bwPollTimeout in milliseconds
     */
    public PollTimeouts with(DfuState state, int bwPollTimeout) {
        Map<DfuState, Integer> changed = new EnumMap<>(DfuState.class);
        changed.putAll(told);
        changed.put(state, bwPollTimeout);
        return new PollTimeouts(changed);
    }

    /** {@return bwPollTimeout of an answer with a state that has so much time left} */
    int bwPollTimeout(DfuState state, Duration left) {
        Integer millis = told.get(state);
        return millis != null
                ? millis
                : (int) Math.min(left.plusNanos(NANOS_PER_MILLI - 1).toMillis(), LONGEST);
    }
}
