package usbd4j.stack.fault;

import java.util.Random;
import java.util.function.Predicate;
import usbd4j.stack.SetupPacket;

/**
 * Decides what a fault strikes: some of the occasions that it is for. It counts them, over all personas of a device; the same seed
 * strikes the same ones.
 */
public final class Trigger {
    /** For {@code to}: there is no last one. */
    public static final int EVERLASTING = Integer.MAX_VALUE;

    private final Predicate<Occasion> occasions;
    private final int from;
    private final int to;
    private final int every;
    private final double probability;
    private final Random random;
    private int count;

    /**
     * Begins to count.
     *
     * @param occasions what the fault is for
     * @param from the first of them that may be struck, from 1
     * @param to the last of them, at least {@code from}
     * @param every 1 for each of these, 2 for every second one, and so on
     * @param probability with which it strikes those, above 0, at most 1
     * @param seed of the random numbers for that
     */
    public Trigger(Predicate<Occasion> occasions, int from, int to, int every, double probability, long seed) {
        if (from < 1 || to < from || every < 1 || !(probability > 0 && probability <= 1)) {
            throw new IllegalArgumentException("a fault cannot strike from %d to %d, every %d, with probability %s"
                    .formatted(from, to, every, probability));
        }
        this.occasions = occasions;
        this.from = from;
        this.to = to;
        this.every = every;
        this.probability = probability;
        this.random = new Random(seed);
    }

    /** {@return a trigger for each of these requests} */
    public static Trigger each(Predicate<SetupPacket> requests) {
        return new Trigger(Occasion.requests(requests), 1, EVERLASTING, 1, 1, 0);
    }

    /** Called once with each occasion. {@return whether the fault strikes it} */
    boolean strikes(Occasion occasion) {
        if (!occasions.test(occasion)) {
            return false;
        }
        count++;
        boolean isDue = count >= from && count <= to && (count - from) % every == 0;
        return isDue && (probability == 1 || random.nextDouble() < probability);
    }
}
