/** A device on another machine's USB: served to clients over TCP, and attached from there. */
@NullMarked
package usbd4j.gadget.usbip;

import org.jspecify.annotations.NullMarked;
