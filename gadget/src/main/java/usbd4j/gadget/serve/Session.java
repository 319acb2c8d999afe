package usbd4j.gadget.serve;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import usbd4j.gadget.Mode;
import usbd4j.gadget.Site;
import usbd4j.gadget.service.ServiceManager;
import usbd4j.gadget.trace.TraceListener;
import usbd4j.gadget.trace.Transcript;
import usbd4j.stack.MonotonicClock;
import usbd4j.stack.UsbBus;
import usbd4j.stack.UsbClass;
import usbd4j.stack.UsbDevice;
import usbd4j.stack.descriptor.Identity;

/** One persona of a device, served until it leaves the bus for good or is told to stop. */
final class Session {
    private final Mode mode;
    private final Identity identity;
    private final List<UsbClass> classes;
    private final ServiceManager manager;
    private final BusKind bus;
    private final List<TraceListener> listeners;
    private final Faults faults;
    private Optional<Departure> departure = Optional.empty();
    private volatile boolean stopped;
    private volatile @Nullable UsbDevice device;

    /**
     * Prepares to serve.
     *
     * @param mode of which this is the persona
     * @param identity VID, PID, release number and strings
     * @param functions makes the persona's classes
     * @param manager told when the device is on the bus, and that its loop turns
     * @param bus what it is served through
     * @param listeners are told what happens on the bus
     * @param faults how the device misbehaves
     */
    Session(
            Mode mode,
            Identity identity,
            Functions functions,
            ServiceManager manager,
            BusKind bus,
            List<TraceListener> listeners,
            Faults faults) {
        this.mode = mode;
        this.bus = bus;
        this.listeners =
                Stream.concat(listeners.stream(), faults.listeners().stream()).toList();
        this.faults = faults;
        this.identity = identity;
        this.manager = manager;
        this.classes = functions.make(this::leave);
    }

    /**
     * Serves the device, and leaves the bus at the end.
     *
     * @param site where
     * @param comesBack called with the device off the bus; returns whether it comes back
     * @return why it left last; empty if it was told to stop
     */
    Optional<Departure> serve(Site site, Predicate<Departure> comesBack) {
        ConfigurationWatch watch = new ConfigurationWatch(site.controller());
        List<UsbClass> watched = Stream.concat(classes.stream(), Stream.of(watch, new Watchdog(manager)))
                .toList();
        MonotonicClock stopwatch = new MonotonicClock();
        Transcript transcript = new Transcript(site.bus(), listeners, InstantSource.system(), stopwatch);
        UsbBus faulty = faults.around(transcript, mode, this::leave, stopwatch);
        try (UsbDevice served = new UsbDevice(identity, watched, faulty)) {
            device = served;
            do {
                if (stopped) {
                    return Optional.empty();
                }
                departure = Optional.empty();
                show(site, served, transcript, watch);
            } while (departure.filter(comesBack).isPresent());
        } finally {
            device = null;
        }
        return departure;
    }

    private void show(Site site, UsbDevice served, Transcript transcript, ConfigurationWatch watch) {
        try (watch) {
            watch.start();
            transcript.attached(mode.toString(), bus.toString());
            site.show();
            manager.ready();
            try {
                served.run();
            } finally {
                site.hide();
            }
        }
        // The classes learn now that the device has left, and not when it is back.
        served.catchUp();
    }

    /** Ends {@link #serve}. May be called on any thread. */
    void stop() {
        stopped = true;
        UsbDevice served = device;
        if (served != null) {
            served.stop();
        }
    }

    private void leave(Departure why) {
        if (departure.isPresent()) {
            // Already leaving; perhaps catching up.
            return;
        }
        departure = Optional.of(why);
        UsbDevice served = device;
        if (served != null) {
            served.stop();
        }
    }
}
