package usbd4j.stack.udc;

/** The state of a USB device controller, as its {@code state} attribute in sysfs has it. */
enum ControllerState {
    /** There is no host, as far as the controller can see. */
    NOT_ATTACHED("not attached"),
    /** The host reset the bus, and has not given the device an address yet. */
    DEFAULT("default"),
    /** The device has an address. */
    ADDRESSED("addressed"),
    /** The host chose a configuration. */
    CONFIGURED("configured"),
    /** The bus is idle. */
    SUSPENDED("suspended"),
    /** Any other: attached, powered, and what newer kernels may know. */
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

    /** {@return whether a device that has just lost its configuration, and is in this state, was reset for certain} */
    boolean provesReset() {
        return switch (this) {
            case DEFAULT, OTHER -> true;
            // dwc3 is in this state after SET_CONFIGURATION(0), too.
            case ADDRESSED -> false;
            case NOT_ATTACHED, CONFIGURED, SUSPENDED -> false;
        };
    }
}
