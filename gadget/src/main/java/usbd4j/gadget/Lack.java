package usbd4j.gadget;

/**
 * Something that the board lacks. {@code usbd4j run} fails with this sentence, and {@code usbd4j doctor} shows it.
 *
 * @param status how the program ends
 * @param what what is missing, a sentence without a full stop
 * @param remedy what to do about it
 */
public record Lack(ExitStatus status, String what, Remedy remedy) {
    /** {@return the failure of a run that needs it} */
    public GadgetException exception() {
        return new GadgetException(status, toString());
    }

    /**
     * {@return the failure of a run that needs it}
     *
     * @param cause the exception that tells more
     */
    public GadgetException exception(Throwable cause) {
        return new GadgetException(status, toString(), cause);
    }

    /** {@return the whole sentence} */
    @Override
    public String toString() {
        return "%s; %s".formatted(what, remedy);
    }
}
