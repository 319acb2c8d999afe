/** Whole devices through GadgetFS: mounted, shown, and all of it removed again. */
@NullMarked
package usbd4j.gadget.gadgetfs;

import org.jspecify.annotations.NullMarked;
