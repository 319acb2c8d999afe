package usbd4j.gadget.devicefile;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a key takes.
 *
 * @param takes in words, such as {@code a number from 0 to 65535}
 * @param read returns the value of what TOML has (String, Long, Double, Boolean, List of Setting), or throws
 *     IllegalArgumentException with a sentence; a {@link ClassCastException} means that the key takes another type
 * @param show returns the value as TOML has it
 * @param <T> the value
 */
record ValueType<T>(String takes, Function<Object, T> read, Function<T, String> show) {
    /** {@return arrays of this type} */
    ValueType<List<T>> array() {
        return new ValueType<>(
                "an array, each of " + takes,
                value -> ((List<?>) value)
                        .stream()
                                .map(each -> read.apply(((Setting) each).value()))
                                .toList(),
                values -> values.stream().map(show).collect(Collectors.joining(", ", "[", "]")));
    }

    /** {@return this type's values, as another type} */
    <U> ValueType<U> as(String otherTakes, Function<T, U> to, Function<U, T> from) {
        return new ValueType<>(
                otherTakes, value -> to.apply(read.apply(value)), value -> show.apply(from.apply(value)));
    }
}
