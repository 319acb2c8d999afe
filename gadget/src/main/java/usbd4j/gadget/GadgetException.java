package usbd4j.gadget;

import usbd4j.stack.UsbException;

/** Trouble that ends the program with a status of its own. */
public final class GadgetException extends UsbException {
    private static final long serialVersionUID = 1;

    private final ExitStatus status;

    /**
     * Trouble with no other exception behind it.
     *
     * @param status how the program ends
     * @param sentence what happened, and what to do about it
     */
    public GadgetException(ExitStatus status, String sentence) {
        super(sentence);
        this.status = status;
    }

    /**
     * Trouble that another exception tells more about.
     *
     * @param status how the program ends
     * @param sentence what happened, and what to do about it
     * @param cause the other exception
     */
    public GadgetException(ExitStatus status, String sentence, Throwable cause) {
        super(sentence, cause);
        this.status = status;
    }

    /** {@return how the program ends} */
    public ExitStatus status() {
        return status;
    }
}
