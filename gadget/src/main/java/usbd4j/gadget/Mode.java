package usbd4j.gadget;

/** The two devices that a DFU-capable device is, one at a time (DFU 1.1, chapter 3). */
public enum Mode {
    /** The device with its firmware running. */
    RUN_TIME(""),
    /** The device that takes firmware. */
    DFU_MODE(".dfu");

    private final String suffix;

    Mode(String suffix) {
        this.suffix = suffix;
    }

    /** {@return what follows a device's name in the name of its gadget, where each mode has a gadget of its own} */
    public String suffix() {
        return suffix;
    }

    /** {@return its name in device files and traces} */
    @Override
    public String toString() {
        return this == RUN_TIME ? "run-time" : "dfu-mode";
    }
}
