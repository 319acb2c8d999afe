/**
 * Flash memory as a device has it: regions of sectors that are erased as a whole, programming that only clears bits, the time
 * that both take, and cells that fail.
 *
 * <p>Start reading at {@link usbd4j.dfu.flash.Flash}; what is in the cells is behind {@link usbd4j.dfu.flash.Cells}.
 */
@NullMarked
package usbd4j.dfu.flash;

import org.jspecify.annotations.NullMarked;
