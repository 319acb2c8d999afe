package usbd4j.gadget.serve;

import java.nio.file.Path;
import java.util.Optional;
import usbd4j.gadget.Board;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.Mode;
import usbd4j.gadget.Persona;
import usbd4j.gadget.Site;
import usbd4j.gadget.configfs.Gadget;
import usbd4j.gadget.configfs.GadgetName;
import usbd4j.gadget.configfs.GadgetSite;
import usbd4j.gadget.configfs.PreparedSite;
import usbd4j.gadget.controller.Controller;
import usbd4j.gadget.controller.Controllers;
import usbd4j.gadget.device.DeviceDescription;
import usbd4j.gadget.device.Fault;
import usbd4j.gadget.device.OnDetach;
import usbd4j.gadget.gadgetfs.GadgetFsSite;
import usbd4j.stack.UsbException;
import usbd4j.stack.descriptor.Speed;

/**
 * Where a device is served, and where its firmware is kept.
 *
 * @param board the paths of the board
 * @param name the gadget's name in configfs
 * @param udc the USB device controller; empty for the first that is free
 * @param bus the interface
 * @param functionFs a FunctionFS that somebody else has mounted, for DFU mode another one beside it; if there is one, no gadget is
 *     made
 * @param store the folder that has a folder for each gadget's firmware
 * @param isWaiting whether the run waits for the controller while it is not there or held
 */
public record Place(
        Board board,
        GadgetName name,
        Optional<String> udc,
        ServedBus bus,
        Optional<Path> functionFs,
        Path store,
        boolean isWaiting) {

    /**
     * Refuses a device that cannot be served here.
     *
     * @throws GadgetException with the reason
     */
    void require(DeviceDescription device) {
        if (device.runTime().onDetach().next() == OnDetach.Next.DFU_MODE) {
            requireTwoPersonas();
        }
        if (bus.kind() == BusKind.FUNCTIONFS) {
            FunctionFsLimits.require(device);
        } else {
            requireWholeDevice(device);
        }
        if (bus.kind().needsController()) {
            requireSeenRequests(device);
        }
        if (bus.speed().isPresent()) {
            requireSpeedOfItsOwn();
        }
        if (!bus.kind().needsController() && (udc.isPresent() || isWaiting)) {
            throw unusable("%s is for a device controller, and --bus %s needs none"
                    .formatted(udc.isPresent() ? "--udc" : "--wait", bus.kind()));
        }
    }

    /**
     * The personas have a gadget each, and in DFU mode data stages are long and all of them count. A lower wTransferSize would
     * not do on GadgetFS, which loses whole requests ({@link usbd4j.stack.gadgetfs.GadgetFsBus}).
     */
    private void requireTwoPersonas() {
        if (bus.kind() == BusKind.GADGETFS) {
            throw unusable(
                    "--on-detach=dfu-mode is for --bus functionfs: GadgetFS takes no more than 256 bytes in a control transfer, and loses some");
        }
    }

    private void requireWholeDevice(DeviceDescription device) {
        boolean hasPlatforms =
                device.runTime().winUsb() || device.runTime().landingPage().isPresent();
        if (hasPlatforms && bus.kind() == BusKind.GADGETFS) {
            throw unusable(
                    "%s is not for --bus gadgetfs: GadgetFS shows no BOS descriptor, where Windows and browsers look"
                            .formatted(device.runTime().winUsb() ? "--winusb" : "--landing-page"));
        }
        if (!device.runTime().functions().isEmpty()) {
            throw unusable("--with-function is for --bus functionfs: a device on %s is whole, with nothing beside it"
                    .formatted(bus.kind().kernelsName()));
        }
        if (functionFs.isPresent()) {
            throw unusable("--functionfs is for --bus functionfs");
        }
    }

    private void requireSeenRequests(DeviceDescription device) {
        for (Fault each : device.faults()) {
            if (each.when().on().isStandard()) {
                throw unusable("a fault on %s is for --bus vhci or usbip: on %s the kernel answers this request"
                        .formatted(each.when().on(), bus.kind().kernelsName()));
            }
        }
    }

    private void requireSpeedOfItsOwn() {
        if (bus.kind() == BusKind.GADGETFS) {
            throw unusable("--speed is not for --bus gadgetfs: GadgetFS leaves the speed to the controller");
        }
        if (functionFs.isPresent()) {
            throw unusable(
                    "--speed is not for --functionfs: the gadget that is there has a speed, which root may write to its file max_speed");
        }
    }

    private static void requireSpeed(Speed speed, Controller controller) {
        if (!controller.supports(speed)) {
            throw unusable(
                    "--speed: %s is at most %s, and not %s; choose another controller with --udc, or another speed"
                            .formatted(controller.name(), controller.maximumSpeed(), speed));
        }
    }

    private static GadgetException unusable(String why) {
        return new GadgetException(ExitStatus.USAGE, why);
    }

    /**
     * Checks that what somebody else has mounted for a mode can be served, if that is what is served.
     *
     * @param mode the mode of the device
     * @param persona the device in that mode
     * @throws GadgetException if it cannot be served
     */
    void requirePrepared(Mode mode, Persona persona) {
        functionFs.ifPresent(directory -> PreparedSite.require(in(mode, directory), persona));
    }

    /** {@return where FunctionFS is mounted for a mode} */
    private static Path in(Mode mode, Path functionFs) {
        return Path.of(functionFs.toAbsolutePath().normalize() + mode.suffix());
    }

    /**
     * {@return the site of a persona}
     *
     * @param mode the mode of the device
     * @param persona what the host sees
     * @param controller where the host sees it
     * @param mayComeBack whether the device may be bound more than once
     */
    Site site(Mode mode, Persona persona, Controller controller, boolean mayComeBack) {
        if (bus.kind() == BusKind.GADGETFS) {
            return GadgetFsSite.make(board, name, persona, controller);
        }
        if (functionFs.isEmpty()) {
            bus.speed().ifPresent(speed -> requireSpeed(speed, controller));
            return GadgetSite.make(board, name, persona, controller, bus.speed());
        }
        Gadget gadget = new Gadget(board.gadgets(), name.in(mode));
        PreparedSite site =
                PreparedSite.at(in(mode, functionFs.get()), persona, gadget, controller, new Controllers(board));
        if (mayComeBack && !site.mayBind()) {
            throw new GadgetException(
                    ExitStatus.NO_PERMISSION,
                    "To come back after a DETACH the device must be bound again, and this user may not write %s; pass --on-detach=exit, or chown that file to this user"
                            .formatted(gadget.udc()));
        }
        return site;
    }

    /**
     * {@return why an interface cannot have that many alternate settings; empty if it can}
     *
     * @param count how many
     */
    Optional<String> obstacleTo(int count) {
        if (!bus.kind().needsController()) {
            return Optional.empty();
        }
        try {
            GadgetSite.requireAlternateSettings(count);
            return Optional.empty();
        } catch (UsbException e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    /**
     * {@return the same place with another bus}
     *
     * @param other the interface
     */
    public Place on(ServedBus other) {
        return new Place(board, name, udc, other, functionFs, store, isWaiting);
    }

    /**
     * {@return the same place for another device}
     *
     * @param other the name of its firmware's folder
     */
    Place named(String other) {
        return new Place(board, new GadgetName(other), udc, bus, functionFs, store, isWaiting);
    }

    /** {@return the folder of this gadget's firmware, with one for each of its memories} */
    public Path firmware() {
        return store.resolve(name.text());
    }
}
