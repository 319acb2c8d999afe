package usbd4j.stack.usbip;

import usbd4j.stack.UsbBusContract;
import usbd4j.stack.UsbClass;

class UrbBusTest extends UsbBusContract {
    @Override
    protected Rig attach(UsbClass... classes) {
        return new UrbRig(classes);
    }
}
