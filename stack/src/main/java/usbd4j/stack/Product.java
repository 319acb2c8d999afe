package usbd4j.stack;

import java.util.Optional;
import usbd4j.stack.descriptor.Identity;

/**
 * A class that is a whole product: it says who the device is, and has settings. The program that serves it asks before it
 * makes the device; {@code usbd4j run --class} does.
 */
public interface Product extends UsbClass {
    /**
     * Called once, before any other method.
     *
     * @param settings returns what the user has set; each key that is asked for is one that the user can set, so ask for all
     * @throws IllegalArgumentException if a value is wrong in a way that its type does not tell, with a sentence for the user
     */
    default void configure(ClassSettings settings) {}

    /**
     * Called once, after {@link #configure}.
     *
     * @return who the device is unless the user says something else; empty for what the program has
     */
    default Optional<Identity> identity() {
        return Optional.empty();
    }
}
