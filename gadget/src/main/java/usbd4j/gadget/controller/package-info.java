/**
 * The USB device controllers (UDCs) in sysfs, their holders, and the choice of one. Start reading at {@link
 * usbd4j.gadget.controller.Controllers}.
 */
@NullMarked
package usbd4j.gadget.controller;

import org.jspecify.annotations.NullMarked;
