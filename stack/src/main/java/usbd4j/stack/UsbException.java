package usbd4j.stack;

/**
 * Trouble with the machine: a file that cannot be opened, a kernel that refuses. The message is a sentence for the
 * user: what failed, on which file, why (errno by name), what to do.
 *
 * <p>What a host asks and a device refuses is not trouble: that is {@link Reply.Stall}.
 */
public class UsbException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Trouble with no other exception behind it.
     *
     * @param sentence what happened, for the user
     */
    public UsbException(String sentence) {
        super(sentence);
    }

    /**
     * Trouble that another exception tells more about.
     *
     * @param sentence what happened, for the user
     * @param cause the other exception
     */
    public UsbException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
