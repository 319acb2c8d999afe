package usbd4j.gadget.device;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Where firmware has its release number.
 *
 * @param pattern its only group matches the number
 */
public record ReleasePattern(Pattern pattern) {
    /**
     * {@return the pattern that a text stands for}
     *
     * @param text a regular expression with one group, such as {@code version=([0-9.]+)}
     * @throws IllegalArgumentException if it is none
     */
    public static ReleasePattern of(String text) {
        try {
            Pattern pattern = Pattern.compile(text);
            if (pattern.matcher("").groupCount() != 1) {
                throw new IllegalArgumentException(
                        "\"%s\" has no group, or several: write the release number as one, such as version=([0-9.]+)"
                                .formatted(text));
            }
            return new ReleasePattern(pattern);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "\"%s\" is not a regular expression: %s".formatted(text, e.getDescription()), e);
        }
    }
}
