package usbd4j.gadget.device;

import java.util.function.Predicate;
import usbd4j.stack.fault.Occasion;
import usbd4j.stack.fault.Trigger;

/**
 * Which ones a fault strikes, of those that it is for.
 *
 * @param from the first one, from 1
 * @param to the last one, at least {@code from}
 * @param every 1 for each between, 2 for every second one, and so on
 * @param probability with which those are struck, above 0, at most 1
 * @param seed of the random numbers for that
 */
public record Occurrences(int from, int to, int every, double probability, long seed) {
    /** Checks what belongs together. */
    public Occurrences {
        if (to < from) {
            throw new IllegalArgumentException(
                    "a fault that strikes from %d to %d strikes nothing".formatted(from, to));
        }
    }

    /**
     * {@return what counts them}
     *
     * @param occasions those that the fault is for
     */
    public Trigger trigger(Predicate<Occasion> occasions) {
        return new Trigger(occasions, from, to, every, probability, seed);
    }
}
