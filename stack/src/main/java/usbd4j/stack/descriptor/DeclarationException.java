package usbd4j.stack.descriptor;

/** What a class declares cannot be turned into descriptors together with what the others declare. */
public final class DeclarationException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final int bConfigurationValue;
    private final int which;

    /**
     * A declaration that is refused.
     *
     * @param bConfigurationValue the configuration with that interface
     * @param which the interface that cannot be built, as its index in that configuration, from 0
     * @param sentence the message, which begins with the call that asks for it
     */
    DeclarationException(int bConfigurationValue, int which, String sentence) {
        super(sentence);
        this.bConfigurationValue = bConfigurationValue;
        this.which = which;
    }

    /** {@return the configuration with the interface that cannot be built} */
    public int bConfigurationValue() {
        return bConfigurationValue;
    }

    /** {@return the interface that cannot be built, as its index in that configuration, from 0} */
    public int which() {
        return which;
    }
}
