package usbd4j.gadget.cli;

import java.util.function.Supplier;

/** A command line that is wrong. The message says what is, for the user. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }

    private UsageException(IllegalArgumentException cause) {
        super(cause.getMessage(), cause);
    }

    /** {@return what was read} A mistake in what the command line names, such as a device file, is one in the command line. */
    static <T> T unlessWrong(Supplier<T> read) {
        try {
            return read.get();
        } catch (IllegalArgumentException e) {
            throw new UsageException(e);
        }
    }
}
