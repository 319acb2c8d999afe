package usbd4j.board;

import usbd4j.stack.UsbClass;
import usbd4j.stack.descriptor.Identity;

/** The kernel's two interfaces for devices. */
enum KernelBus {
    FUNCTIONFS {
        @Override
        DeviceRig serve(Identity identity, UsbClass... served) {
            return DeviceRig.onFunctionFs(identity, served);
        }
    },
    GADGETFS {
        @Override
        DeviceRig serve(Identity identity, UsbClass... served) {
            return DeviceRig.onGadgetFs(identity, served);
        }
    };

    /** {@return a device on one of its own} */
    abstract DeviceRig serve(Identity identity, UsbClass... served);
}
