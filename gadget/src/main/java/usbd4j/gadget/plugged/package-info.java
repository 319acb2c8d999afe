/**
 * Devices that are plugged into this machine, as its kernel has them in sysfs, and device files of them, from which copies are served.
 *
 * <p>Start reading at {@link usbd4j.gadget.plugged.DeviceCopy}. {@code PluggedDevice} is what was seen; the classes whose names begin
 * with Copied each write what they made of a part of it.
 */
@NullMarked
package usbd4j.gadget.plugged;

import org.jspecify.annotations.NullMarked;
