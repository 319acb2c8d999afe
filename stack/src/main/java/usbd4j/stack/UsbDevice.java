package usbd4j.stack;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import usbd4j.stack.descriptor.Identity;

/**
 * A USB device: connects its classes to a bus. {@link #run} is the event loop; the thread that calls it is the device
 * thread.
 */
public final class UsbDevice implements AutoCloseable {
    private static final Logger LOG = System.getLogger(UsbDevice.class.getName());

    private final UsbBus bus;
    private final InstantSource clock;
    private final List<UsbClass> classes;
    private final DeviceStatus status;
    private final ControlPipe pipe;
    private final BusListener listener = new Dispatcher();
    private volatile boolean stopping;

    /**
     * Creates a device with one configuration and opens the bus. The device owns the bus and closes it if this fails.
     *
     * @param identity vendor and product ID, release number and strings
     * @param classes the device's functions, in the order of their interfaces
     * @param bus the bus that connects it to the host
     */
    public UsbDevice(Identity identity, List<? extends UsbClass> classes, UsbBus bus) {
        this(identity, List.of(DeviceConfiguration.of(classes)), bus, new MonotonicClock());
    }

    /**
     * Creates a device and opens the bus. The device owns the bus and closes it if this fails.
     *
     * @param identity vendor and product ID, release number and strings
     * @param configurations the configurations, in the order of bConfigurationValue, from 1
     * @param bus the bus that connects it to the host
     * @param clock the clock for the classes' deadlines; must not go backward
     */
    public UsbDevice(Identity identity, List<DeviceConfiguration> configurations, UsbBus bus, InstantSource clock) {
        this.bus = bus;
        this.clock = clock;
        this.classes =
                configurations.stream().flatMap(each -> each.classes().stream()).toList();
        try {
            Assembly assembly = new Assembly(identity, configurations);
            bus.open(assembly.descriptors());
            status = assembly.connect(bus);
            pipe = new ControlPipe(status, new StandardRequests(status, assembly.descriptors(), bus, this::tell));
        } catch (RuntimeException e) {
            // The caller has no device yet on which to call close().
            bus.close();
            throw e;
        }
    }

    /** Runs the event loop until {@link #stop} is called. May be called again after it returns. */
    public void run() {
        while (!stopping) {
            turn();
        }
        stopping = false;
    }

    /**
     * Runs the event loop once, for callers with a loop of their own: waits for a bus event or the next deadline, and
     * handles it.
     */
    public void turn() {
        Optional<Duration> wait = timeToDeadline();
        bus.await(wait, listener);
        // Handle deadlines that were due before await(): events pending on the bus have been delivered first.
        if (wait.isPresent() && wait.get().isZero()) {
            deadlinesReached(clock.instant());
        }
        pipe.proceed(clock, bus);
    }

    /** Handles what is pending on the bus without waiting. Called after {@link #run} has returned. */
    public void catchUp() {
        bus.await(Optional.of(Duration.ZERO), listener);
    }

    /** Makes {@link #run} return. May be called on any thread, including by a class. */
    public void stop() {
        stopping = true;
        bus.abortAnswer();
        bus.wakeUp();
    }

    /**
     * Signals remote wake-up to a host that has suspended the bus. Must be called on the device thread.
     *
     * @return whether the host was signalled; false if it has not enabled DEVICE_REMOTE_WAKEUP or the bus does not support
     *     it
     */
    public boolean wakeUpHost() {
        return status.mayWakeUpHost() && bus.wakeUpHost();
    }

    /** Closes the bus. */
    @Override
    public void close() {
        pipe.giveUp();
        bus.close();
    }

    private Optional<Duration> timeToDeadline() {
        Optional<Instant> next = nextDeadline();
        if (next.isEmpty()) {
            return Optional.empty();
        }
        Duration left = Duration.between(clock.instant(), next.get());
        return Optional.of(left.isNegative() ? Duration.ZERO : left);
    }

    /** Called on every turn; uses no stream or iterator, so that nothing is allocated per transfer. */
    private Optional<Instant> nextDeadline() {
        Optional<Instant> next = pipe.until();
        for (int i = 0; i < classes.size(); i++) {
            Optional<Instant> own = deadline(classes.get(i));
            if (own.isPresent() && (next.isEmpty() || own.get().isBefore(next.get()))) {
                next = own;
            }
        }
        return next;
    }

    private static Optional<Instant> deadline(UsbClass of) {
        return ClassCall.ask("deadline()", UsbClass::deadline, of);
    }

    private void tell(BusEvent event, List<UsbClass> concerned) {
        Instant now = clock.instant();
        concerned.forEach(listening -> ClassCall.make(event, each -> each.event(event, now), listening));
    }

    /** Each class once, the earliest deadline first. */
    private void deadlinesReached(Instant now) {
        List<UsbClass> due = new ArrayList<>();
        for (UsbClass each : classes) {
            Optional<Instant> deadline = deadline(each);
            if (deadline.isPresent() && !deadline.get().isAfter(now)) {
                due.add(each);
            }
        }
        if (due.size() > 1) {
            due.sort(Comparator.comparing(each -> deadline(each).orElse(now)));
        }
        for (UsbClass each : due) {
            ClassCall.make("a deadline", called -> called.deadlineReached(now), each);
        }
    }

    private final class Dispatcher implements BusListener {
        @Override
        public void setup(SetupPacket setup) {
            pipe.handle(setup, clock, bus);
        }

        @Override
        public void alternateSetting(int bInterfaceNumber, int bAlternateSetting) {
            Optional<LiveInterface> meant = status.configuration()
                    .flatMap(each -> each.interfaceNumber(bInterfaceNumber))
                    .filter(each -> each.hasSetting(bAlternateSetting));
            if (meant.isEmpty()) {
                LOG.log(
                        Level.WARNING,
                        "the host selected alternate setting {0} of interface {1}, which does not exist; the kernel accepted the request without checking",
                        bAlternateSetting,
                        bInterfaceNumber);
                return;
            }
            meant.get().use(bAlternateSetting, bus);
            ClassCall.make("SET_INTERFACE", each -> each.tell(clock.instant()), meant.get());
        }

        @Override
        public void transferred(Transfer transfer) {
            ClassCall.make("a completed transfer", Transfer::tell, transfer);
        }

        @Override
        public void givenUp() {
            pipe.giveUp();
        }

        @Override
        public void event(BusEvent event) {
            if (event == BusEvent.RESET || event == BusEvent.DETACHED) {
                pipe.giveUp();
            }
            status.event(event);
            tell(event, classes);
        }
    }
}
