/**
 * What the kernel's two interfaces for devices, FunctionFS and GadgetFS, have in common: {@code ep0}, endpoints as files,
 * and the controller's state.
 *
 * <p>{@link usbd4j.stack.udc.ControllerBus} is the loop of both, {@link usbd4j.stack.udc.BusHistory} knows what their events
 * mean on which controller. Start reading at the former.
 */
@NullMarked
package usbd4j.stack.udc;

import org.jspecify.annotations.NullMarked;
