package usbd4j.gadget;

/** How the program ends. docs/options.md and {@code --help} print this table. */
public enum ExitStatus {
    /** All went well. */
    OK(0, "all went well"),
    /** Anything without a status of its own. */
    FAILURE(1, "something failed that has no status of its own"),
    /** The command line is wrong, or the device file. */
    USAGE(2, "the command line or the device file is wrong"),
    /** There is no USB device controller, or not the one that was asked for. */
    NO_CONTROLLER(3, "no USB device controller, or not the one asked for"),
    /** Another gadget holds the controller. */
    CONTROLLER_BUSY(4, "another gadget holds the controller"),
    /** The kernel lacks configfs, FunctionFS, a function or WebUSB. */
    NO_KERNEL_SUPPORT(5, "the kernel lacks configfs, FunctionFS, a function or WebUSB"),
    /** The user may not do this. */
    NO_PERMISSION(6, "no permission"),
    /** A gadget of this name is in use, or was made by somebody else. */
    NAME_TAKEN(7, "a gadget of this name is in use, or somebody else's"),
    /** The controller disappeared while the device was served. */
    CONTROLLER_GONE(8, "the controller disappeared while serving"),
    /** The command of {@code --on-detach=exec:} failed. */
    COMMAND_FAILED(9, "the command of --on-detach=exec: failed"),
    /** The board lacks something that a run needs; {@code usbd4j doctor} says what. */
    NOT_READY(10, "the board is not ready; \"usbd4j doctor\" says what is missing"),
    /** {@code run --functionfs} has no gadget, or one of another device; {@code usbd4j create} makes one. */
    NOT_CREATED(11, "--functionfs: nothing is there, or created for another device"),
    /** {@code run --bus usbip} cannot listen. */
    NO_ADDRESS(12, "--bus usbip: port in use, or not an address of this machine"),
    /** {@code attach} gets no device. */
    NO_REMOTE_DEVICE(13, "attach: the server is not there, or does not give the device"),
    /** A trace cannot be written or read, or two of them differ. */
    TRACE(14, "a trace cannot be written or read, or two of them differ"),
    /** {@code device of} has nothing to copy. */
    NO_PLUGGED_DEVICE(15, "device of: no DFU device is there, or several are");

    /** What the statuses 130 and 143 mean, which are the signal's own. */
    public static final String BY_SIGNAL = "ended by SIGINT or SIGTERM, everything taken down";

    private final int code;
    private final String meaning;

    ExitStatus(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** {@return the process's exit status} */
    public int code() {
        return code;
    }

    /** {@return what it means, for {@code --help}} */
    public String meaning() {
        return meaning;
    }
}
