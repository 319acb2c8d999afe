/**
 * A USB device in the tests of a host tool: plugged into this machine before a test, unplugged after it, and able to tell what the host
 * did meanwhile. Start reading at {@link usbd4j.junit.UsbDeviceUnderTest}.
 */
@NullMarked
package usbd4j.junit;

import org.jspecify.annotations.NullMarked;
