/**
 * USB device controllers (UDCs) as sysfs shows them, who holds them, and which one to take. Start reading at {@link
 * usbd4j.gadget.controller.Controllers}.
 */
@NullMarked
package usbd4j.gadget.controller;

import org.jspecify.annotations.NullMarked;
