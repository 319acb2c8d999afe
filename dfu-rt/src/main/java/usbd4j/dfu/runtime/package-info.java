/**
 * The DFU run-time class: what a product shows beside its own functions so that a host can ask it to enter DFU mode.
 *
 * <p>{@link usbd4j.dfu.runtime.DfuRuntime} is the class, {@link usbd4j.dfu.runtime.RuntimeState} the state machine of DFU
 * 1.1, A.2.1 and A.2.2, and {@link usbd4j.dfu.runtime.DetachPolicy} the application's say. Start reading at the first.
 */
@NullMarked
package usbd4j.dfu.runtime;

import org.jspecify.annotations.NullMarked;
