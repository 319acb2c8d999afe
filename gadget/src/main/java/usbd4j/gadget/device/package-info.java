/**
 * What a device is: plain records for its two personas, its memories, its timing and its habits. They know neither the command
 * line, nor the file that describes a device, nor the kernel.
 *
 * <p>Start reading at {@link usbd4j.gadget.device.DeviceDescription}.
 */
@NullMarked
package usbd4j.gadget.device;

import org.jspecify.annotations.NullMarked;
