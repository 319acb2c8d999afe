package usbd4j.dfu.flash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A memory layout that a product shows.
 *
 * @param product the product, and what is special about its text
 * @param source who saw the text
 * @param shown iInterface, byte for byte
 * @param regions its regions, each as in {@code 0x08000000 4*16384 rew}
 * @param dfuUtil what dfu-util 0.11 reads, in the same form
 */
public record ProductLayout(String product, String source, String shown, List<String> regions, List<String> dfuUtil) {
    private static final int KEY_LENGTH = 9;

    /** {@return the layouts in {@code layouts.txt}} */
    public static Stream<ProductLayout> all() {
        return Stream.of(text().split("\n\n")).skip(1).map(ProductLayout::read);
    }

    private static String text() {
        try (InputStream file = ProductLayout.class.getResourceAsStream("layouts.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProductLayout read(String block) {
        Map<String, String> values = new HashMap<>();
        block.lines().forEach(line -> values.put(line.substring(0, KEY_LENGTH).strip(), line.substring(KEY_LENGTH)));
        String quoted = value(values, "shown");
        return new ProductLayout(
                value(values, "product"),
                value(values, "source"),
                quoted.substring(1, quoted.length() - 1),
                List.of(value(values, "regions").split(", ", -1)),
                List.of(value(values, "dfu-util").split(", ", -1)));
    }

    private static String value(Map<String, String> values, String key) {
        return Objects.requireNonNull(values.get(key), key);
    }

    @Override
    public String toString() {
        return product + ": " + shown;
    }
}
