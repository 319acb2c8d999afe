/** The program: boots a USB device on a board. */
@SuppressWarnings("requires-automatic") // tomlj's module has a name, but no descriptor.
module usbd4j.gadget {
    requires static org.jspecify;
    requires com.fasterxml.jackson.core;
    requires io.github.javadiffutils;
    requires org.apache.commons.cli;
    requires org.tomlj;
    requires usbd4j.dfu.mode;
    requires usbd4j.dfu.runtime;
    requires usbd4j.stack;

    provides System.LoggerFinder with
            usbd4j.gadget.transcript.ConsoleLoggerFinder;
}
