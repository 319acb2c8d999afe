/**
 * A model of flash memory: regions of sectors that are erased as a whole, programming that only clears bits, the time that
 * both take, and faulty cells.
 *
 * <p>Start reading at {@link usbd4j.dfu.flash.Flash}; the contents are behind {@link usbd4j.dfu.flash.Cells}.
 */
@NullMarked
package usbd4j.dfu.flash;

import org.jspecify.annotations.NullMarked;
