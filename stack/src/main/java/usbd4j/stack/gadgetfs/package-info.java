/**
 * The bus on GadgetFS, the kernel's interface for whole devices: it accepts descriptors of any type and passes nearly every
 * standard request to the device.
 *
 * <p>The kernel itself answers requests for device and configuration descriptors and SET_ADDRESS. There are two limits: the
 * kernel receives the data stage of an OUT request before the device sees the request, so the device cannot stall it; and
 * endpoint addresses are those of the controller. Start reading at {@link usbd4j.stack.gadgetfs.GadgetFsBus}.
 */
@NullMarked
package usbd4j.stack.gadgetfs;

import org.jspecify.annotations.NullMarked;
