package usbd4j.stack.usbip;

import usbd4j.stack.descriptor.Speed;

/** A high-speed bus whose host a test connects. */
final class WiredBus extends UrbBus {
    WiredBus() {
        super(Speed.HIGH);
    }
}
