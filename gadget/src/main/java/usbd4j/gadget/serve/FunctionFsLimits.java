package usbd4j.gadget.serve;

import usbd4j.dfu.DfuFunctionalDescriptor;
import usbd4j.dfu.DfuInterface;
import usbd4j.dfu.FunctionalPlace;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.device.DeviceDescription;
import usbd4j.gadget.device.OnDetach;

/** What FunctionFS does not take of a DFU interface: the kernel checks the descriptors, and numbers interfaces itself. */
final class FunctionFsLimits {
    private FunctionFsLimits() {}

    /**
     * Refuses a device that FunctionFS cannot show as it is described.
     *
     * @throws GadgetException with the key, the reason, and the buses that can
     */
    static void require(DeviceDescription device) {
        require("run-time", device.runTime().dfuInterface(), DfuInterface.RUN_TIME);
        if (device.runTime().onDetach().next() == OnDetach.Next.DFU_MODE) {
            require("dfu-mode", device.dfuMode().dfuInterface(), DfuInterface.DFU_MODE);
        }
    }

    private static void require(String table, DfuInterface shown, DfuInterface usual) {
        if (shown.bInterfaceNumber().isPresent()) {
            throw unusable(table, "interface-number", "FunctionFS numbers interfaces itself");
        }
        if (shown.functionalPlace() == FunctionalPlace.ABSENT) {
            return;
        }
        if (shown.functionalPlace() == FunctionalPlace.BEFORE_ALTERNATES) {
            throw unusable(
                    table, "functional-place", "FunctionFS takes a functional descriptor only after an interface's");
        }
        if (shown.functionalLength() != DfuFunctionalDescriptor.LENGTH) {
            throw unusable(table, "functional-length", "FunctionFS takes functional descriptors of 9 bytes only");
        }
        String otherClass = "FunctionFS takes a functional descriptor only with DFU's class and subclass;"
                + " without one (functional-place=\"absent\") it takes any";
        if (shown.bInterfaceClass() != usual.bInterfaceClass()) {
            throw unusable(table, "interface-class", otherClass);
        }
        if (shown.bInterfaceSubClass() != usual.bInterfaceSubClass()) {
            throw unusable(table, "interface-subclass", otherClass);
        }
    }

    private static GadgetException unusable(String table, String key, String why) {
        return new GadgetException(
                ExitStatus.USAGE, "this %s.%s is for --bus vhci or usbip: %s".formatted(table, key, why));
    }
}
