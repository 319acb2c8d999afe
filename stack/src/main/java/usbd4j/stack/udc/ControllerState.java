package usbd4j.stack.udc;

/** The state of a USB device controller, as reported by its {@code state} attribute in sysfs. */
enum ControllerState {
    /** The controller sees no host. */
    NOT_ATTACHED("not attached"),
    /** The host reset the bus and has not set an address yet. */
    DEFAULT("default"),
    /** The device has an address. */
    ADDRESSED("addressed"),
    /** The host has set a configuration. */
    CONFIGURED("configured"),
    /** The bus is suspended. */
    SUSPENDED("suspended"),
    /** Any other state: attached, powered, and those that newer kernels may add. */
    OTHER("");

    private final String text;

    ControllerState(String text) {
        this.text = text;
    }

    static ControllerState of(String text) {
        for (ControllerState state : values()) {
            if (state.text.equals(text)) {
                return state;
            }
        }
        return OTHER;
    }

    /** {@return whether this state proves that a device that has just lost its configuration was reset} */
    boolean provesReset() {
        return switch (this) {
            case DEFAULT, OTHER -> true;
            // dwc3 is in this state after SET_CONFIGURATION(0), too.
            case ADDRESSED -> false;
            case NOT_ATTACHED, CONFIGURED, SUSPENDED -> false;
        };
    }
}
