/**
 * What happened on the bus, as the device saw it: a stream of events ({@link usbd4j.gadget.trace.TraceEvent}). {@link
 * usbd4j.gadget.trace.Transcript} makes them; start reading there. {@link usbd4j.gadget.trace.LiveLog} tells them to who watches, and
 * {@link usbd4j.gadget.tracefile} keeps them.
 */
@NullMarked
package usbd4j.gadget.trace;

import org.jspecify.annotations.NullMarked;
