/**
 * What a host's kernel or Wireshark has recorded, read as a trace: packets of Linux's usbmon in a pcapng file. {@link
 * usbd4j.gadget.capture.Capture} tells its DFU devices' transfers as events; start reading there.
 */
@NullMarked
package usbd4j.gadget.capture;

import org.jspecify.annotations.NullMarked;
