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
        new BusLimits(this).require(device);
    }

    private static void requireSpeed(Speed speed, Controller controller) {
        if (!controller.supports(speed)) {
            throw BusLimits.unusable(
                    "--speed: %s is at most %s, and not %s; choose another controller with --udc, or another speed"
                            .formatted(controller.name(), controller.maximumSpeed(), speed));
        }
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
                    "To come back after it has left the bus the device must be bound again, and this user may not write %s; pass --on-detach=exit if only a DETACH makes it leave, or chown that file to this user"
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
        try {
            return new Place(board, new GadgetName(other), udc, bus, functionFs, store, isWaiting);
        } catch (IllegalArgumentException e) {
            throw new GadgetException(
                    ExitStatus.USAGE,
                    "\"%s\" is too long a name for the folder of a device's firmware: shorten it with --name"
                            .formatted(other),
                    e);
        }
    }

    /** {@return the folder of this gadget's firmware, with one for each of its memories} */
    public Path firmware() {
        return store.resolve(name.text());
    }
}
