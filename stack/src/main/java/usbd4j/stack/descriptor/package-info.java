/**
 * What a device says of itself: one record for each USB descriptor and its bytes (USB 2.0, 9.6).
 *
 * <p>A class declares {@link usbd4j.stack.descriptor.UsbInterface}s without numbers, {@link
 * usbd4j.stack.descriptor.Configuration} gives them numbers, and {@link usbd4j.stack.descriptor.Descriptors} is all
 * that a bus needs to show the device. Start reading there.
 */
@NullMarked
package usbd4j.stack.descriptor;

import org.jspecify.annotations.NullMarked;
