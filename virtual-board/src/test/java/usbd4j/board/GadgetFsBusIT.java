package usbd4j.board;

import usbd4j.stack.UsbBusContract;
import usbd4j.stack.UsbClass;
import usbd4j.stack.descriptor.Identity;

/** The bus on the real GadgetFS, with the board's own host at its other end. */
class GadgetFsBusIT extends UsbBusContract {
    @Override
    protected Rig attach(UsbClass... classes) {
        return DeviceRig.onGadgetFs(Identity.of(0x1209, 0x0002), classes);
    }

    /** GadgetFS fetches the data before it asks the device. */
    @Override
    protected boolean canRefuseData() {
        return false;
    }

    /** RBUF_SIZE of GadgetFS. */
    @Override
    protected int longestDataStage() {
        return 256;
    }
}
