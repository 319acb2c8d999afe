package usbd4j.board;

import usbd4j.stack.UsbBusContract;
import usbd4j.stack.UsbClass;
import usbd4j.stack.descriptor.Identity;

/** The bus on the real FunctionFS, with the board's own host at its other end. */
class FunctionFsBusIT extends UsbBusContract {
    @Override
    protected Rig attach(UsbClass... classes) {
        return DeviceRig.onFunctionFs(Identity.of(0x1209, 0x0002), classes);
    }
}
