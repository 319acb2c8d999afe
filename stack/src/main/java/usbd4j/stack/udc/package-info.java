/**
 * The common part of the kernel's two user-space interfaces for USB devices, FunctionFS and GadgetFS: {@code ep0}, endpoint
 * files, and the controller's state.
 *
 * <p>{@link usbd4j.stack.udc.ControllerBus} is the event loop of both; {@link usbd4j.stack.udc.BusHistory} interprets their
 * events, which differ between controllers. Start reading at the former.
 */
@NullMarked
package usbd4j.stack.udc;

import org.jspecify.annotations.NullMarked;
