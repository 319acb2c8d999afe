package usbd4j.stack;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import usbd4j.stack.descriptor.Identity;

/**
 * A USB device: its classes, the bus, and the one loop between them. {@link #run} is that loop, and the thread it runs
 * on is the device thread.
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
     * Puts a device with one configuration together and opens the bus with it. The bus is the device's from now on: if this
     * fails, it is closed.
     *
     * @param identity who it says it is
     * @param classes its functions, in the order of their interfaces' numbers
     * @param bus what connects it to the host
     */
    public UsbDevice(Identity identity, List<? extends UsbClass> classes, UsbBus bus) {
        this(identity, List.of(DeviceConfiguration.of(classes)), bus, new MonotonicClock());
    }

    /**
     * Puts a device together and opens the bus with it. The bus is the device's from now on: if this fails, it is closed.
     *
     * @param identity who it says it is
     * @param configurations its configurations, in the order of their bConfigurationValue, from 1
     * @param bus what connects it to the host
     * @param clock the time the classes are told; must not go backward
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
            // Nobody has a device yet to close it with.
            bus.close();
            throw e;
        }
    }

    /** Serves the host until {@link #stop}. May be called again after it returned. */
    public void run() {
        while (!stopping) {
            turn();
        }
        stopping = false;
    }

    /**
     * One turn of the loop, for those who own it: waits until something happened on the bus or a deadline has come, and
     * handles that.
     */
    public void turn() {
        Optional<Duration> wait = timeToDeadline();
        bus.await(wait, listener);
        // Deadlines that were due before waiting: what was waiting on the bus has now been told first.
        if (wait.isPresent() && wait.get().isZero()) {
            Instant now = clock.instant();
            classes.stream()
                    .filter(each -> isDue(each, now))
                    .sorted(Comparator.comparing(each -> each.deadline().orElseThrow()))
                    .forEach(due -> ClassCall.make("its deadline", each -> each.deadlineReached(now), due));
        }
    }

    /** Handles what is waiting on the bus, and waits for nothing: for when {@link #run} has returned. */
    public void catchUp() {
        bus.await(Optional.of(Duration.ZERO), listener);
    }

    /** Makes {@link #run} return. May be called on any thread, also by a class. */
    public void stop() {
        stopping = true;
        bus.wakeUp();
    }

    /**
     * Wakes up a host that has suspended the bus. Called on the device thread, by a class for instance.
     *
     * @return whether it was told to; not if it has not allowed that (DEVICE_REMOTE_WAKEUP), or the bus cannot do it
     */
    public boolean wakeUpHost() {
        return status.mayWakeUpHost() && bus.wakeUpHost();
    }

    /** Leaves the bus. */
    @Override
    public void close() {
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

    /** Asked in every turn, and so without a stream or an iterator: where data flows, nothing is allocated. */
    private Optional<Instant> nextDeadline() {
        Optional<Instant> next = Optional.empty();
        for (int i = 0; i < classes.size(); i++) {
            Optional<Instant> own = classes.get(i).deadline();
            if (own.isPresent() && (next.isEmpty() || own.get().isBefore(next.get()))) {
                next = own;
            }
        }
        return next;
    }

    private void tell(BusEvent event, List<UsbClass> concerned) {
        Instant now = clock.instant();
        concerned.forEach(listening -> ClassCall.make(event, each -> each.event(event, now), listening));
    }

    private static boolean isDue(UsbClass each, Instant now) {
        return each.deadline().filter(deadline -> !deadline.isAfter(now)).isPresent();
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
                        "the host chose alternate setting {0} of interface {1}, which there is not; the kernel could not know, and has taken it",
                        bAlternateSetting,
                        bInterfaceNumber);
                return;
            }
            meant.get().use(bAlternateSetting, bus);
            ClassCall.make("its alternate setting", each -> each.tell(clock.instant()), meant.get());
        }

        @Override
        public void transferred(Transfer transfer) {
            ClassCall.make("the end of a transfer", Transfer::tell, transfer);
        }

        @Override
        public void event(BusEvent event) {
            status.event(event);
            tell(event, classes);
        }
    }
}
