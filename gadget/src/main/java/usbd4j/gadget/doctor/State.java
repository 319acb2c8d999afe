package usbd4j.gadget.doctor;

/** Whether a need is met. */
public enum State {
    /** It is there. */
    OK("ok"),
    /** It is not there, and a device can be served without it. */
    NOTE("note"),
    /** It is not there, and nothing works without it. */
    MISSING("missing");

    private final String text;

    State(String text) {
        this.text = text;
    }

    /** {@return the state in one word} */
    @Override
    public String toString() {
        return text;
    }
}
