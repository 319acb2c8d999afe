package usbd4j.stack;

/**
 * A system error, such as a file that cannot be opened or a failed system call. The message tells the user what failed, on
 * which file, why (errno by name), and what to do.
 *
 * <p>A stalled request is not an error: see {@link Reply.Stall}.
 */
public class UsbException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Creates an exception without a cause.
     *
     * @param sentence the message for the user
     */
    public UsbException(String sentence) {
        super(sentence);
    }

    /**
     * Creates an exception with a cause.
     *
     * @param sentence the message for the user
     * @param cause the cause
     */
    public UsbException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
