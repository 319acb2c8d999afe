/**
 * Traces in files: written while a device is served ({@link usbd4j.gadget.tracefile.TraceFile}, start reading there), and read again. A
 * format is a {@link usbd4j.gadget.trace.TraceListener} that writes bytes.
 */
@NullMarked
package usbd4j.gadget.tracefile;

import org.jspecify.annotations.NullMarked;
