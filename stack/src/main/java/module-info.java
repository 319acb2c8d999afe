/** The USB device stack: classes above, buses below, a control pipe between. */
@SuppressWarnings("module") // usbd4j.gadget is built after this module
module usbd4j.stack {
    requires transitive static org.jspecify;
    requires com.sun.jna;

    exports usbd4j.stack;
    exports usbd4j.stack.descriptor;
    exports usbd4j.stack.example;
    exports usbd4j.stack.fault;
    exports usbd4j.stack.functionfs;
    exports usbd4j.stack.gadgetfs;
    exports usbd4j.stack.memory;
    exports usbd4j.stack.platform;
    exports usbd4j.stack.udc;
    exports usbd4j.stack.usbip;
    // Setting up a gadget is made of system calls too, and errors there must have their names as well.
    exports usbd4j.stack.linux to
            usbd4j.gadget;
}
