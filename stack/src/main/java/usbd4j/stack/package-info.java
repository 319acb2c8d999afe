/**
 * The device stack: {@link usbd4j.stack.UsbDevice} runs the event loop that connects each {@link usbd4j.stack.UsbClass} to
 * a {@link usbd4j.stack.UsbBus}, on one thread.
 *
 * <p>The bus delivers a setup packet, {@link usbd4j.stack.ControlPipe} passes it to the class it is addressed to, the class
 * returns a {@link usbd4j.stack.Reply}, and the pipe performs it on the bus. Start reading at {@code UsbClass}.
 */
@NullMarked
package usbd4j.stack;

import org.jspecify.annotations.NullMarked;
