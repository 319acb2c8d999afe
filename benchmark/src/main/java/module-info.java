/** The device that is measured beside one in C. */
module usbd4j.benchmark {
    requires transitive static org.jspecify;
    requires jdk.management;
    requires usbd4j.dfu.mode;
    requires usbd4j.dfu.runtime;
    requires usbd4j.stack;
}
