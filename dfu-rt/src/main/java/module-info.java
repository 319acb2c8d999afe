/** The DFU run-time class, and the vocabulary of DFU. */
module usbd4j.dfu.runtime {
    requires transitive static org.jspecify;
    requires transitive usbd4j.stack;

    exports usbd4j.dfu;
    exports usbd4j.dfu.runtime;
}
