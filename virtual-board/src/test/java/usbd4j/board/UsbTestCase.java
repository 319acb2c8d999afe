package usbd4j.board;

/**
 * The cases of the kernel's test driver {@code usbtest} that a device with a source and a sink can pass: those that the
 * kernel's own gadget zero passes.
 */
enum UsbTestCase {
    NOP(0, "nothing, to see that the driver is there"),
    BULK_WRITE(1, "bulk OUT, one transfer after the other"),
    BULK_READ(2, "bulk IN, one transfer after the other"),
    BULK_WRITE_VARIED(3, "bulk OUT of varied lengths"),
    BULK_READ_VARIED(4, "bulk IN of varied lengths"),
    BULK_WRITE_LISTS(5, "bulk OUT from scattered memory"),
    BULK_READ_LISTS(6, "bulk IN into scattered memory"),
    BULK_WRITE_LISTS_VARIED(7, "bulk OUT from scattered memory, varied lengths"),
    BULK_READ_LISTS_VARIED(8, "bulk IN into scattered memory, varied lengths"),
    CHAPTER_9(9, "standard requests"),
    CONTROL_QUEUE(10, "queued control requests, some of them wrong"),
    UNLINK_READ(11, "bulk IN taken back by the host"),
    UNLINK_WRITE(12, "bulk OUT taken back by the host"),
    HALT(13, "endpoints halted and cleared"),
    CONTROL_OUT(14, "control data written and read back, varied lengths"),
    BULK_WRITE_ODD(17, "bulk OUT from odd addresses"),
    BULK_READ_ODD(18, "bulk IN to odd addresses"),
    BULK_WRITE_ODD_PREMAPPED(19, "bulk OUT from odd addresses, mapped before"),
    BULK_READ_ODD_PREMAPPED(20, "bulk IN to odd addresses, mapped before"),
    CONTROL_OUT_ODD(21, "control data at odd addresses"),
    UNLINK_QUEUED(24, "queued bulk OUT taken back by the host"),
    BULK_WRITE_QUEUED(27, "bulk OUT, several transfers queued"),
    BULK_READ_QUEUED(28, "bulk IN, several transfers queued"),
    CLEAR_TOGGLE(29, "data toggles after clearing a halt");

    /** What {@code testusb -c 100 -s 2048 -v 512 -g 8} asks for. */
    private static final int LENGTH = 2048;

    private static final int VARY = 512;
    private static final int SGLEN = 8;

    private final int number;
    private final String what;

    UsbTestCase(int number, String what) {
        this.number = number;
        this.what = what;
    }

    int number() {
        return number;
    }

    String what() {
        return what;
    }

    /** {@return zero, or the errno} */
    int run(UsbHost host, int iterations) {
        return host.usbTest(number, iterations, LENGTH, VARY, SGLEN);
    }

    /** {@return whether the host reads back data that it has just written to endpoint zero} */
    boolean isControlData() {
        return this == CONTROL_OUT || this == CONTROL_OUT_ODD;
    }
}
