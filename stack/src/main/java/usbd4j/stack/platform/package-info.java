/**
 * Access without a driver to install: Microsoft OS 2.0 descriptors and WebUSB.
 *
 * <p>Start reading at {@link usbd4j.stack.platform.DriverlessAccess}; the descriptors are in {@code
 * usbd4j.stack.descriptor}.
 */
@NullMarked
package usbd4j.stack.platform;

import org.jspecify.annotations.NullMarked;
