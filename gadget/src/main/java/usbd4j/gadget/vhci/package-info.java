/** A device on this machine itself, through {@code vhci-hcd}. */
@NullMarked
package usbd4j.gadget.vhci;

import org.jspecify.annotations.NullMarked;
