package usbd4j.gadget.serve;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import usbd4j.gadget.Site;
import usbd4j.gadget.service.ServiceManager;
import usbd4j.gadget.transcript.Transcript;
import usbd4j.stack.UsbClass;
import usbd4j.stack.UsbDevice;
import usbd4j.stack.descriptor.Identity;

/** One persona of a device, served until it leaves the bus for good or is told to stop. */
final class Session {
    private final Identity identity;
    private final List<UsbClass> classes;
    private final ServiceManager manager;
    private Optional<Departure> departure = Optional.empty();
    private volatile boolean stopped;
    private volatile @Nullable UsbDevice device;

    /**
     * Prepares to serve.
     *
     * @param identity VID, PID, release number and strings
     * @param functions makes the persona's classes
     * @param manager told when the device is on the bus, and that its loop turns
     */
    Session(Identity identity, Functions functions, ServiceManager manager) {
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
        try (UsbDevice served = new UsbDevice(identity, watched, new Transcript(site.bus()))) {
            device = served;
            do {
                if (stopped) {
                    return Optional.empty();
                }
                departure = Optional.empty();
                show(site, served, watch);
            } while (departure.filter(comesBack).isPresent());
        } finally {
            device = null;
        }
        return departure;
    }

    private void show(Site site, UsbDevice served, ConfigurationWatch watch) {
        try (watch) {
            watch.start();
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
        departure = Optional.of(why);
        UsbDevice served = device;
        if (served != null) {
            served.stop();
        }
    }
}
