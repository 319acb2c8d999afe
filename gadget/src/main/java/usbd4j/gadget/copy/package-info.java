/**
 * Device files of DFU devices that were seen, from which copies are served: of those that are plugged into this machine, as its kernel has
 * them in sysfs, and of those that somebody has captured.
 *
 * <p>Start reading at {@link usbd4j.gadget.copy.DeviceCopy}. {@code Original} is a device that was seen, {@code PluggedOriginal} and {@code
 * CapturedOriginal} are those of the two places; classes whose names begin with Seen have its descriptors, and those with Copied each
 * write what they made of a part of it.
 */
@NullMarked
package usbd4j.gadget.copy;

import org.jspecify.annotations.NullMarked;
