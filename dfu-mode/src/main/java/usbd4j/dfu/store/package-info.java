/**
 * Where firmware is kept: in files that survive whatever ends the program, a power failure included.
 *
 * <p>Start reading at {@link usbd4j.dfu.store.StoredImage}.
 */
@NullMarked
package usbd4j.dfu.store;

import org.jspecify.annotations.NullMarked;
