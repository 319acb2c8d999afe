package usbd4j.gadget.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.Lack;
import usbd4j.gadget.controller.Controller;
import usbd4j.gadget.controller.Controllers;
import usbd4j.gadget.service.ServiceManager;
import usbd4j.stack.UsbException;
import usbd4j.stack.udc.ControllerGoneException;

/** The controller of a run: chosen at its start, kept while it is there, and waited for if the run waits. */
final class ChosenController {
    private static final Logger LOG = System.getLogger(ChosenController.class.getName());

    /** The kernel tells of a new controller only in messages of its network, which need rights of their own. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    /**
     * How long a controller must have been free that another gadget has held: that device may only have left the bus to come back, or
     * its program is being started again.
     */
    private static final Duration FREE_FOR_GOOD = Duration.ofSeconds(10);

    private final Place place;
    private final Controllers controllers;
    private @Nullable Controller chosen;
    private boolean hasServed;
    private @Nullable Object identity;

    /**
     * Chooses nothing yet.
     *
     * @param place where the device is served
     * @param controllers the controllers of the board
     */
    ChosenController(Place place, Controllers controllers) {
        this.place = place;
        this.controllers = controllers;
    }

    /**
     * {@return the controller; empty if the run is to end} Waits until it is there and free, if the run waits, and says once for each
     * reason why.
     *
     * @param stop the wish that the run ends
     * @param manager told meanwhile that the program is alive
     * @throws GadgetException if there is none, and the run does not wait
     */
    Optional<Controller> await(Stop stop, ServiceManager manager) {
        hasServed |= chosen != null;
        return place.isWaiting() ? awaitFree(stop, manager) : Optional.of(choose());
    }

    private Controller choose() {
        Controller found = find().orElseThrow(() -> {
            Lack missing = controllers.missing(place.udc());
            return chosen == null ? missing.exception() : gone(missing.toString());
        });
        keep(found);
        return found;
    }

    private Optional<Controller> awaitFree(Stop stop, ServiceManager manager) {
        String said = "";
        long notBefore = System.nanoTime();
        while (!stop.isWished()) {
            Optional<Controller> found = find();
            Optional<Lack> lack = found.map(this::held).orElseGet(() -> Optional.of(controllers.missing(place.udc())));
            if (lack.isEmpty() && System.nanoTime() - notBefore >= 0) {
                keep(found.orElseThrow());
                return found;
            }
            if (lack.isPresent() && lack.get().status() == ExitStatus.CONTROLLER_BUSY) {
                notBefore = System.nanoTime() + FREE_FOR_GOOD.toNanos();
            }
            String why = lack.map(Lack::toString).orElse(said);
            if (!why.equals(said)) {
                LOG.log(Level.WARNING, "waiting: {0}", why);
                said = why;
            }
            try {
                manager.await(Optional.of(BETWEEN_LOOKS), stop::await);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private void keep(Controller found) {
        chosen = found;
        identity = identity(found);
    }

    /** A device does not change to another port because that is free. */
    private Optional<Controller> find() {
        Controller before = chosen;
        Optional<String> name = place.udc();
        return before == null
                ? controllers.find(name)
                : controllers.find(Optional.of(before.name())).or(() -> controllers.find(name));
    }

    private Optional<Lack> held(Controller controller) {
        boolean isOurs = place.functionFs().isPresent()
                && controllers
                        .holder(controller)
                        .filter(place.name().text()::equals)
                        .isPresent();
        return isOurs ? Optional.empty() : controllers.held(controller);
    }

    /**
     * Called when serving has failed. Returns if another {@link #await} may help.
     *
     * @param failure what happened
     * @throws UsbException the failure, in words that fit if the controller is gone, if it is not to be waited for
     */
    void require(UsbException failure) {
        boolean isToldGone = failure instanceof ControllerGoneException || has(failure, ExitStatus.CONTROLLER_GONE);
        boolean isGone = isToldGone || isChosenGone();
        if (!isGone && !has(failure, ExitStatus.CONTROLLER_BUSY)) {
            throw failure;
        }
        if (!place.isWaiting()) {
            throw isToldGone || !isGone ? failure : gone(String.valueOf(failure.getMessage()));
        }
        if (!isGone && !hasServed) {
            // Another run was quicker. This one never had it, and may have another.
            chosen = null;
        }
        LOG.log(Level.WARNING, failure.getMessage());
    }

    private static boolean has(UsbException failure, ExitStatus status) {
        return failure instanceof GadgetException gadget && gadget.status() == status;
    }

    /** One that has come back since is another one: what was open is not usable any more. */
    private boolean isChosenGone() {
        Controller before = chosen;
        return before != null && (identity == null || !identity.equals(identity(before)));
    }

    private static GadgetException gone(String why) {
        return new GadgetException(ExitStatus.CONTROLLER_GONE, "the USB device controller is gone: " + why);
    }

    private static @Nullable Object identity(Controller controller) {
        try {
            return Files.readAttributes(controller.directory(), BasicFileAttributes.class)
                    .fileKey();
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + controller.directory(), e);
        }
    }
}
