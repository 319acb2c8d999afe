/** The DFU mode class, and where the firmware that it takes is kept. */
module usbd4j.dfu.mode {
    requires transitive static org.jspecify;
    requires transitive usbd4j.dfu.runtime;
    requires transitive usbd4j.stack;

    exports usbd4j.dfu.flash;
    exports usbd4j.dfu.mode;
    exports usbd4j.dfu.store;
}
