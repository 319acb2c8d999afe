package usbd4j.gadget.devicefile;

import static usbd4j.gadget.devicefile.NumberTypes.number;

import java.util.Optional;
import usbd4j.gadget.device.Occurrences;

/** The keys of {@code [[fault]]} that say which of several it strikes, as they were given. */
record OccurrenceKeys(
        Optional<Integer> nth, Optional<Integer> from, Optional<Integer> to, int every, double probability, int seed) {
    private static final int MOST = 1_000_000_000;

    private static final ValueType<Double> PROBABILITY = new ValueType<>(
            "a number above 0.0, at most 1.0", OccurrenceKeys::probability, number -> Double.toString(number));

    private static final ValueType<Integer> COUNT = number(1, MOST);

    static OccurrenceKeys read(Table table) {
        return new OccurrenceKeys(
                table.optional(
                        "nth", COUNT, "each", "Which one of these, counted from 1 since the program was started."),
                table.optional("from", COUNT, "1", "The first one, where there are several."),
                table.optional("to", COUNT, "no last one", "The last one."),
                table.value("every", COUNT, 1, "2 for every second one from there on, and so on."),
                table.value("probability", PROBABILITY, 1.0, "With which these are struck."),
                table.value("seed", number(0, MOST), 0, "Of the random numbers, for the same ones each time."));
    }

    /** {@return what they mean together} */
    Occurrences occurrences() {
        if (nth.isPresent() && (from.isPresent() || to.isPresent())) {
            throw new IllegalArgumentException("a fault has nth, or from and to; not both");
        }
        return new Occurrences(
                nth.or(() -> from).orElse(1), nth.or(() -> to).orElse(Integer.MAX_VALUE), every, probability, seed);
    }

    private static Double probability(Object value) {
        double number = ((Number) value).doubleValue();
        if (!(number > 0 && number <= 1)) {
            throw new IllegalArgumentException("%s is not a number above 0.0, at most 1.0".formatted(number));
        }
        return number;
    }
}
