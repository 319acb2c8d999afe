/**
 * The DFU run-time class: an interface beside the functions of a product, on which a host asks it to enter DFU mode.
 *
 * <p>Start reading at {@link usbd4j.dfu.runtime.DfuRuntime}. {@link usbd4j.dfu.runtime.RuntimeState} is the state machine of DFU 1.1,
 * A.2.1 and A.2.2; {@link usbd4j.dfu.runtime.DetachPolicy} decides whether and when the device detaches.
 */
@NullMarked
package usbd4j.dfu.runtime;

import org.jspecify.annotations.NullMarked;
