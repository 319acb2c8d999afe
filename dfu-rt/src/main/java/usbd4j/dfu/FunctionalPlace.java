package usbd4j.dfu;

/** Where a device has its functional descriptor among the descriptors of its DFU interface (DFU 1.1, 4.1.3 and 4.2.4). */
public enum FunctionalPlace {
    /** Nowhere: hosts guess. */
    ABSENT,
    /** Before the first interface descriptor, among what belongs to the configuration. */
    BEFORE_ALTERNATES,
    /** After the interface descriptor of each alternate setting. */
    AFTER_EACH_ALTERNATE,
    /** Once, after the interface descriptor of the last alternate setting, as the specification has it. */
    AFTER_LAST_ALTERNATE;

    boolean isAfter(boolean isLast) {
        return this == AFTER_EACH_ALTERNATE || (this == AFTER_LAST_ALTERNATE && isLast);
    }
}
