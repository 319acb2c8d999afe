package usbd4j.board;

import usbd4j.stack.UsbBusContract;
import usbd4j.stack.UsbClass;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.Speed;

/** The bus on {@code vhci-hcd}, with the board itself as the host. */
class VhciBusIT extends UsbBusContract {
    @Override
    protected Rig attach(UsbClass... classes) {
        return DeviceRig.onVhci(Speed.HIGH, Identity.of(0x1209, 0x0002), classes);
    }
}
