/**
 * The bus on the far side of a USB/IP connection: a host controller in software whose devices answer through a stream socket
 * (Linux, Documentation/usb/usbip_protocol.rst).
 *
 * <p>The device answers everything but SET_ADDRESS, so nothing of the kernel's gadget interfaces limits it. Start reading at {@link
 * usbd4j.stack.usbip.VhciBus}; {@link usbd4j.stack.usbip.UrbBus} is all of a bus that does not depend on where its host is. {@link
 * usbd4j.stack.usbip.UsbIpServer} exports a device to clients of other machines, and {@link usbd4j.stack.usbip.UsbIpRemote} is such
 * a client.
 */
@NullMarked
package usbd4j.stack.usbip;

import org.jspecify.annotations.NullMarked;
