package usbd4j.stack.usbip;

/** How a request for a device ends ({@code ST_OK} and so on in usbip_common.h of the kernel's tools). */
enum OpStatus {
    OK(0, "it can"),
    NA(1, "it is not available"),
    DEV_BUSY(2, "another client has it"),
    DEV_ERR(3, "it is in an error state"),
    NODEV(4, "it is not there"),
    ERROR(5, "something failed");

    private final int code;
    private final String meaning;

    OpStatus(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    int code() {
        return code;
    }

    /** {@return what is the matter with the device} */
    String meaning() {
        return meaning;
    }

    /** {@return the status of a number; {@link #ERROR} of one that is none} */
    static OpStatus of(int code) {
        for (OpStatus each : values()) {
            if (each.code == code) {
                return each;
            }
        }
        return ERROR;
    }
}
