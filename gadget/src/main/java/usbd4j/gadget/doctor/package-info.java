/**
 * Looks whether a board has everything that a device needs, and tells what to do where it has not. Each need is a {@code Check};
 * the sentences are those with which a run fails. Start reading at {@link usbd4j.gadget.doctor.Doctor}.
 */
@NullMarked
package usbd4j.gadget.doctor;

import org.jspecify.annotations.NullMarked;
