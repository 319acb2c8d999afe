/**
 * The log of a run: one line on standard error for each thing the host does. {@link
 * usbd4j.gadget.transcript.Transcript} writes the lines, as log records; start reading there.
 */
@NullMarked
package usbd4j.gadget.transcript;

import org.jspecify.annotations.NullMarked;
