/**
 * A USB device: a {@link usbd4j.stack.UsbClass} above, a {@link usbd4j.stack.UsbBus} below, and between them {@link
 * usbd4j.stack.UsbDevice}, the one loop on the one thread.
 *
 * <p>A setup packet comes from the bus, {@link usbd4j.stack.ControlPipe} finds the class it is for, the class answers
 * with a {@link usbd4j.stack.Reply}, and the pipe performs that on the bus. Start reading at {@code UsbClass}.
 */
@NullMarked
package usbd4j.stack;

import org.jspecify.annotations.NullMarked;
