/** Serves whole devices through GadgetFS: mounts it, attaches the device, and removes everything again. */
@NullMarked
package usbd4j.gadget.gadgetfs;

import org.jspecify.annotations.NullMarked;
