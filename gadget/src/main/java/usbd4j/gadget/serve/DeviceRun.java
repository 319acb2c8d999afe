package usbd4j.gadget.serve;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.Mode;
import usbd4j.gadget.Persona;
import usbd4j.gadget.Site;
import usbd4j.gadget.controller.Controllers;
import usbd4j.gadget.device.Absence;
import usbd4j.gadget.device.DeviceDescription;
import usbd4j.gadget.device.OnDetach;
import usbd4j.gadget.device.OtherIdentity;
import usbd4j.gadget.library.NativeLibrary;
import usbd4j.gadget.service.ServiceManager;
import usbd4j.gadget.trace.TraceListener;
import usbd4j.gadget.usbip.UsbIpSites;
import usbd4j.gadget.vhci.VhciSite;
import usbd4j.stack.UsbClass;
import usbd4j.stack.UsbException;

/**
 * Serves a device as a host knows it: in run-time until the host detaches it, and then what the description says, such as in DFU
 * mode until it has new firmware. Each change is a disconnect and a connect, as in a product.
 */
public final class DeviceRun {
    private static final Logger LOG = System.getLogger(DeviceRun.class.getName());

    private final DeviceDescription device;
    private final Place place;
    private final RunTimePersona runTime;
    private final Optional<Exec> exec;
    private final ServiceManager manager;
    private final List<TraceListener> listeners;
    private final UsbIpSites usbIp;
    private final int port;
    private final Faults faults;
    private final Stop stop = new Stop();
    private final ChosenController chosen;
    private volatile @Nullable Session current;

    /**
     * Prepares to serve. Nothing is made yet.
     *
     * @param device the device
     * @param place where it is served
     * @param function the class that is served in run-time in place of DFU, if there is one
     * @param manager the service manager that is told how it goes
     * @param listeners are told what happens on the bus
     * @throws GadgetException if the device cannot be served there
     */
    public DeviceRun(
            DeviceDescription device,
            Place place,
            Optional<UsbClass> function,
            ServiceManager manager,
            List<TraceListener> listeners) {
        this(device, place, function, manager, listeners, Devices.sites(place, 1), 1);
    }

    /** One of several devices, each with a port of its own. */
    DeviceRun(
            DeviceDescription device,
            Place place,
            Optional<UsbClass> function,
            ServiceManager manager,
            List<TraceListener> listeners,
            UsbIpSites usbIp,
            int port) {
        requirePossible(device, place);
        this.device = device;
        this.place = place;
        this.manager = manager;
        this.listeners = List.copyOf(listeners);
        this.usbIp = usbIp;
        this.port = port;
        this.faults = new Faults(device);
        this.chosen = new ChosenController(place, new Controllers(place.board()));
        this.runTime = new RunTimePersona(device, function);
        this.exec = exec(device);
    }

    /**
     * Checks that a device can be served.
     *
     * @param device the device
     * @param place where it is to be served
     * @throws GadgetException if it cannot
     */
    public static void requirePossible(DeviceDescription device, Place place) {
        place.require(device);
        exec(device);
    }

    private static Optional<Exec> exec(DeviceDescription device) {
        List<String> command = device.runTime().onDetach().command();
        return command.isEmpty() ? Optional.empty() : Optional.of(new Exec(command));
    }

    /** Serves until {@link #stop}, or until the device leaves the bus for good. */
    public void serve() {
        NativeLibrary.require();
        WarmUp.with(device);
        try {
            if (device.runTime().onDetach().next() == OnDetach.Next.DFU_MODE) {
                serveBothPersonas();
            } else {
                serveRunTime();
            }
        } catch (GadgetException e) {
            // A command that was ended because the run ends has not failed.
            if (!stop.isWished() || e.status() != ExitStatus.COMMAND_FAILED) {
                throw e;
            }
        } finally {
            manager.stopping();
            usbIp.close();
        }
    }

    private void serveRunTime() {
        Optional<Departure> departure = Optional.empty();
        do {
            OtherIdentity shown = identity(departure);
            Persona persona = runTime.persona(Optional.empty());
            // One that comes back as another device has other descriptors, and needs a gadget of its own.
            departure = serve(
                    Mode.RUN_TIME,
                    persona.as(shown.of(persona.identity())),
                    runTime,
                    why -> comesBackInRunTime(why) && why.identity().equals(shown));
        } while (!stop.isWished() && departure.filter(this::isLast).isEmpty());
    }

    private static OtherIdentity identity(Optional<Departure> departure) {
        return departure.map(Departure::identity).orElse(OtherIdentity.NONE);
    }

    private boolean isLast(Departure departure) {
        return departure.isOwn() && device.runTime().onDetach().next() == OnDetach.Next.EXIT;
    }

    private void serveBothPersonas() {
        while (!stop.isWished()) {
            try (FirmwareImages images =
                    new FirmwareImages(place.firmware(), device.dfuMode().memories())) {
                serveFromPowerOn(images);
            }
        }
    }

    /** Serves until the run ends, or the controller is gone, which for the device is the end of its power. */
    private void serveFromPowerOn(FirmwareImages images) {
        DfuModePersona dfuMode = new DfuModePersona(device, place, images);
        // A device that could be detached, and then not be in DFU mode, had better not begin.
        place.requirePrepared(Mode.DFU_MODE, dfuMode.persona(runTime.persona(Optional.empty())));
        boolean isRunTime = images.canRun();
        Optional<Departure> departure = Optional.empty();
        do {
            Persona inRunTime = runTime.persona(images.release(device.dfuMode().releasePattern()));
            Persona own = isRunTime ? inRunTime : dfuMode.persona(inRunTime);
            departure = serve(
                    isRunTime ? Mode.RUN_TIME : Mode.DFU_MODE,
                    own.as(identity(departure).of(own.identity())),
                    isRunTime ? runTime : dfuMode,
                    why -> false);
            departure.ifPresent(this::stayAway);
            isRunTime ^= departure.filter(Departure::changesPersona).isPresent();
        } while (departure.isPresent() && !stop.isWished());
    }

    /** {@return why the device has left the bus; empty if the run is to end, or the controller is gone} */
    private Optional<Departure> serve(Mode mode, Persona persona, Functions functions, Predicate<Departure> comesBack) {
        Session session = new Session(
                mode, persona.identity(), functions, manager, place.bus().kind(), listeners, faults);
        current = session;
        // Before it, stop() had no session to end.
        if (stop.isWished()) {
            return Optional.empty();
        }
        try {
            Optional<Site> found = site(mode, persona);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            try (Site site = found.get()) {
                return session.serve(site, comesBack);
            }
        } catch (UsbException e) {
            chosen.require(e);
            return Optional.empty();
        }
    }

    /** {@return where the persona is served; empty if the run is to end} */
    private Optional<Site> site(Mode mode, Persona persona) {
        return switch (place.bus().kind()) {
            case VHCI ->
                Optional.of(VhciSite.make(place.board(), persona, place.bus().speedInSoftware()));
            case USBIP -> Optional.of(usbIp.site(persona, port));
            case FUNCTIONFS, GADGETFS ->
                chosen.await(stop, manager)
                        .map(controller -> place.site(mode, persona, controller, device.mayComeBack()));
        };
    }

    private boolean comesBackInRunTime(Departure departure) {
        if (isLast(departure)) {
            return false;
        }
        exec.filter(command -> departure.isOwn()).ifPresentOrElse(each -> each.run(manager), () -> stayAway(departure));
        return !stop.isWished();
    }

    private void stayAway(Departure departure) {
        Absence absence = departure.absence(device.offBus());
        if (absence.time().isEmpty()) {
            LOG.log(Level.INFO, "off the bus until it is plugged in again: start the program again to do so");
        }
        try {
            manager.await(absence.time(), stop::await);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends {@link #serve}. May be called on any thread, and before it is called. */
    public void stop() {
        stop.wish();
        Session session = current;
        if (session != null) {
            session.stop();
        }
        exec.ifPresent(Exec::stop);
        manager.stopping();
    }
}
