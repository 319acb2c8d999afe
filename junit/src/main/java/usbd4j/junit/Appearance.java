package usbd4j.junit;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the transcript says when a device comes to the bus.
 *
 * @param vendorAndProduct idVendor and idProduct, such as "1209:0001"
 * @param path what Linux calls its place, such as "3-1"
 */
record Appearance(String vendorAndProduct, String path) {
    private static final Pattern LINE =
            Pattern.compile("on the bus as (\\p{XDigit}{4}:\\p{XDigit}{4}) at \\w+, path ([\\d.-]+);");

    static boolean isIn(String line) {
        return of(line).isPresent();
    }

    /** {@return the last one of a transcript} */
    static Optional<Appearance> last(List<String> transcript) {
        return transcript.stream().flatMap(line -> of(line).stream()).reduce((before, last) -> last);
    }

    private static Optional<Appearance> of(String line) {
        Matcher matcher = LINE.matcher(line);
        return matcher.find() ? Optional.of(new Appearance(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    @Override
    public String toString() {
        return vendorAndProduct + " at " + path;
    }
}
