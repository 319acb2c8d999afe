/**
 * What makes operating systems and browsers take a device without a driver.
 *
 * <p>Start reading at {@link usbd4j.stack.platform.DriverlessAccess}; the bytes are in {@code descriptor}.
 */
@NullMarked
package usbd4j.stack.platform;

import org.jspecify.annotations.NullMarked;
