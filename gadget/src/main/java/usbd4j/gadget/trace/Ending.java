package usbd4j.gadget.trace;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a control transfer ended. */
public enum Ending {
    /** With its status stage. */
    DONE,
    /** With a stall. */
    STALLED,
    /** Not at all: the host has given it up, or is gone. */
    GIVEN_UP,
    /** Not yet: the device answers later, and the same transfer comes again then. */
    HELD;

    /**
     * {@return the ending of a name, if there is one}
     *
     * @param name as {@link #toString} gives it
     */
    public static Optional<Ending> of(String name) {
        return Arrays.stream(values())
                .filter(each -> each.toString().equals(name))
                .findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
