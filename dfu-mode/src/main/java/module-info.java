/** The DFU mode class, where the firmware that it takes is kept, and flash memory for DfuSe. */
module usbd4j.dfu.mode {
    requires transitive static org.jspecify;
    requires transitive usbd4j.dfu.runtime;
    requires transitive usbd4j.stack;

    exports usbd4j.dfu.dfuse;
    exports usbd4j.dfu.flash;
    exports usbd4j.dfu.mode;
    exports usbd4j.dfu.store;
}
