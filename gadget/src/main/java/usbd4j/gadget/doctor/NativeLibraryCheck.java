package usbd4j.gadget.doctor;

import java.util.Optional;
import usbd4j.gadget.Lack;

/**
 * JNA's native library.
 *
 * @param description what it is
 * @param lack what a run says without it; empty if it is loaded
 */
record NativeLibraryCheck(String description, Optional<Lack> lack) implements Check {
    private static final String NAME = "native library";
    private static final String NEEDED = "JNA's, loaded";

    @Override
    public Row look() {
        return lack.map(each -> Row.missing(NAME, "not loaded (%s)".formatted(description), NEEDED, each))
                .orElseGet(() -> Row.ok(NAME, description, NEEDED));
    }
}
