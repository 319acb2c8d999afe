package usbd4j.gadget.serve;

import java.util.Optional;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.device.DeviceDescription;
import usbd4j.gadget.device.DeviceFault;
import usbd4j.gadget.device.Driverless;
import usbd4j.gadget.device.Fault;
import usbd4j.gadget.device.FaultAction;
import usbd4j.gadget.device.OnDetach;
import usbd4j.gadget.device.OtherIdentity;

/**
 * What the bus of a place cannot serve.
 *
 * @param place the place
 */
record BusLimits(Place place) {
    /**
     * Refuses a device that cannot be served there.
     *
     * @throws GadgetException with the option, the reason, and what can
     */
    void require(DeviceDescription device) {
        if (device.runTime().onDetach().next() == OnDetach.Next.DFU_MODE) {
            requireTwoPersonas();
        }
        if (place.bus().kind() == BusKind.FUNCTIONFS) {
            FunctionFsLimits.require(device);
        } else {
            requireWholeDevice(device);
        }
        if (place.bus().kind().needsController()) {
            requirePossibleFaults(device);
        }
        if (place.functionFs().isPresent() && device.faults().stream().anyMatch(BusLimits::changesIdentity)) {
            throw unusable(
                    "a fault with back-vid, back-pid, back-release or back-serial is not for --functionfs: the gadget that is there has the"
                            + " identity that whoever made it gave it");
        }
        if (place.bus().speed().isPresent()) {
            requireSpeedOfItsOwn();
        }
        if (!place.bus().kind().needsController() && (place.udc().isPresent() || place.isWaiting())) {
            throw unusable("%s is for a device controller, and --bus %s needs none"
                    .formatted(
                            place.udc().isPresent() ? "--udc" : "--wait",
                            place.bus().kind()));
        }
    }

    /**
     * The personas have a gadget each, and in DFU mode data stages are long and all of them count. A lower wTransferSize would
     * not do on GadgetFS, which loses whole requests ({@link usbd4j.stack.gadgetfs.GadgetFsBus}).
     */
    private void requireTwoPersonas() {
        if (place.bus().kind() == BusKind.GADGETFS) {
            throw unusable(
                    "--on-detach=dfu-mode is not for --bus gadgetfs: GadgetFS takes no more than 256 bytes in a control transfer, and loses some");
        }
    }

    private void requireWholeDevice(DeviceDescription device) {
        Driverless driverless = device.runTime().driverless();
        if (!driverless.isNone() && place.bus().kind() == BusKind.GADGETFS) {
            throw unusable(
                    "%s is not for --bus gadgetfs: GadgetFS shows no BOS descriptor, where Windows and browsers look"
                            .formatted(driverless.winUsb() ? "--winusb" : "--landing-page"));
        }
        if (device.hasKernelFunctions()) {
            String which = device.runTime().functions().isEmpty() ? "[[dfu-mode.function]]" : "--with-function";
            throw unusable("%s is for --bus functionfs: a device on %s is whole, with nothing beside it"
                    .formatted(which, place.bus().kind().kernelsName()));
        }
        if (place.functionFs().isPresent()) {
            throw unusable("--functionfs is for --bus functionfs");
        }
    }

    private void requirePossibleFaults(DeviceDescription device) {
        for (DeviceFault each : device.faults()) {
            Optional<String> objection = each.objection(place.bus().kind().kernelsName());
            if (objection.isPresent()) {
                throw unusable(objection.get());
            }
        }
    }

    private static boolean changesIdentity(DeviceFault fault) {
        return fault instanceof Fault each
                && each.what() instanceof FaultAction.Leave leave
                && !leave.identity().equals(OtherIdentity.NONE);
    }

    private void requireSpeedOfItsOwn() {
        if (place.bus().kind() == BusKind.GADGETFS) {
            throw unusable("--speed is not for --bus gadgetfs: GadgetFS leaves the speed to the controller");
        }
        if (place.functionFs().isPresent()) {
            throw unusable(
                    "--speed is not for --functionfs: the gadget that is there has a speed, which root may write to its file max_speed");
        }
    }

    static GadgetException unusable(String why) {
        return new GadgetException(ExitStatus.USAGE, why);
    }
}
