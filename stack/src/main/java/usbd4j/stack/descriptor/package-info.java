/**
 * USB descriptors: one record for each descriptor (USB 2.0, 9.6).
 *
 * <p>A class declares {@link usbd4j.stack.descriptor.UsbInterface}s without numbers, {@link
 * usbd4j.stack.descriptor.Configuration} assigns numbers, and {@link usbd4j.stack.descriptor.Descriptors} holds all
 * descriptors of a device. Start reading there.
 */
@NullMarked
package usbd4j.stack.descriptor;

import org.jspecify.annotations.NullMarked;
