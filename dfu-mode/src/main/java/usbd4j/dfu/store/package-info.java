/**
 * Stores firmware in files that survive a killed program and a power failure.
 *
 * <p>Start reading at {@link usbd4j.dfu.store.StoredImage}.
 */
@NullMarked
package usbd4j.dfu.store;

import org.jspecify.annotations.NullMarked;
