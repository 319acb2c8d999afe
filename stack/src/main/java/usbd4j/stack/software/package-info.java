/**
 * What buses without a device controller share: the bus in memory, and the one over USB/IP. Start reading at {@link
 * usbd4j.stack.software.SoftwareEndpoint}.
 */
@NullMarked
package usbd4j.stack.software;

import org.jspecify.annotations.NullMarked;
