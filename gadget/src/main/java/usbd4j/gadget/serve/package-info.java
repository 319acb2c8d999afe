/**
 * A run from the first file to the last: set the gadget up, serve, do what a DETACH asks for, take everything down. Start
 * reading at {@link usbd4j.gadget.serve.Session}.
 */
@NullMarked
package usbd4j.gadget.serve;

import org.jspecify.annotations.NullMarked;
