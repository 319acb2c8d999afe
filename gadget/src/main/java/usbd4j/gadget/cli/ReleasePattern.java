package usbd4j.gadget.cli;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import usbd4j.dfu.store.StoredImage;

/**
 * Where firmware says which release it is.
 *
 * @param pattern its first group is the release number
 */
record ReleasePattern(Pattern pattern) {
    private static final Logger LOG = System.getLogger(ReleasePattern.class.getName());

    /** {@return what an image says, if it does, and if that is a release number} */
    Optional<Integer> release(StoredImage image) {
        return image.find(pattern).flatMap(ReleasePattern::read);
    }

    private static Optional<Integer> read(String text) {
        try {
            return Optional.of(new Release.DecimalConverter().checked(text).bcd());
        } catch (IllegalArgumentException e) {
            LOG.log(Level.WARNING, "the firmware tells no release number: {0}", e.getMessage());
            return Optional.empty();
        }
    }

    /** Reads a regular expression. */
    static final class Converter extends CheckedConverter<ReleasePattern> {
        @Override
        ReleasePattern checked(String text) {
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
                        "\"%s\" is no regular expression: %s".formatted(text, e.getDescription()), e);
            }
        }
    }
}
