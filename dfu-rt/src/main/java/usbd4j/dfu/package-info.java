/**
 * The vocabulary of "Device Class Specification for Device Firmware Upgrade", version 1.1: requests, states, status codes
 * and the functional descriptor, as run-time and DFU mode share them.
 *
 * <p>The class itself is in {@link usbd4j.dfu.runtime}. Start reading at {@link usbd4j.dfu.DfuRequest}.
 */
@NullMarked
package usbd4j.dfu;

import org.jspecify.annotations.NullMarked;
