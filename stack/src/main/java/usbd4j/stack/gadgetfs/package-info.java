/**
 * The bus on GadgetFS, the kernel's interface for whole devices: descriptors of any kind, and nearly every standard request
 * reaches the device.
 *
 * <p>The kernel answers device and configuration descriptors and SET_ADDRESS by itself, and it has two limits: it fetches
 * the data stage of an OUT request before anybody is asked, so that such a request cannot be refused, and a controller's
 * endpoints have the addresses they have. Start reading at {@link usbd4j.stack.gadgetfs.GadgetFsBus}.
 */
@NullMarked
package usbd4j.stack.gadgetfs;

import org.jspecify.annotations.NullMarked;
