package usbd4j.gadget.configfs;

import java.nio.file.Files;
import java.util.Optional;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.Lack;
import usbd4j.gadget.Site;
import usbd4j.gadget.controller.Controller;
import usbd4j.gadget.controller.Controllers;
import usbd4j.stack.linux.Errno;
import usbd4j.stack.linux.LinuxException;

/** Binds a gadget to a controller, and explains why if the kernel refuses, which only returns an errno. */
final class Binding {
    private final Gadget gadget;
    private final Controller controller;
    private final Controllers controllers;

    Binding(Gadget gadget, Controller controller, Controllers controllers) {
        this.gadget = gadget;
        this.controller = controller;
        this.controllers = controllers;
    }

    /** Throws an exception if another gadget or driver holds the controller. */
    void requireFree() {
        boolean isOwn = controllers
                .holder(controller)
                .filter(gadget.name().text()::equals)
                .isPresent();
        Optional<Lack> held = isOwn ? Optional.empty() : controllers.held(controller);
        if (held.isPresent()) {
            throw failed(held.get().status(), held.get().toString());
        }
    }

    /** Binds the gadget, so that a host sees the device. */
    void show() {
        try {
            gadget.bind(controller.name());
        } catch (LinuxException e) {
            throw explained(e);
        }
        Site.logShown(gadget.vendorAndProduct(), controller.name());
    }

    /** Unbinds the gadget, which disconnects the device. */
    void hide() {
        gadget.unbind();
    }

    /** Linux returns EBUSY for a controller that is held, for one that is gone and for a function that is not served yet. */
    private RuntimeException explained(LinuxException e) {
        if (!e.is(Errno.EBUSY) && !e.is(Errno.ENODEV)) {
            return e;
        }
        if (!Files.isDirectory(controller.directory())) {
            return failed(ExitStatus.CONTROLLER_GONE, "the controller is gone");
        }
        requireFree();
        return failed(
                ExitStatus.FAILURE,
                e.is(Errno.EBUSY)
                        ? "EBUSY, a function of the gadget is not served, or it is bound already"
                        : "ENODEV, the controller does not have the endpoints that the functions need");
    }

    private GadgetException failed(ExitStatus status, String why) {
        return new GadgetException(
                status, "Cannot bind gadget %s to %s: %s".formatted(gadget.name(), controller.name(), why));
    }
}
