package usbd4j.board;

import usbd4j.stack.UsbBusContract;
import usbd4j.stack.UsbClass;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.Speed;

/** The bus on {@code vhci-hcd} at super speed. */
class VhciSuperSpeedBusIT extends UsbBusContract {
    @Override
    protected Rig attach(UsbClass... classes) {
        return DeviceRig.onVhci(Speed.SUPER, Identity.of(0x1209, 0x0002), classes);
    }
}
