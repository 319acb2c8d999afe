package usbd4j.gadget.service;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import usbd4j.stack.UsbException;
import usbd4j.stack.linux.OwnProcess;
import usbd4j.stack.linux.UnixDatagram;

/**
 * The service manager that started the program, if one did: it is told when the device is on the bus, that the device loop turns,
 * and when the run ends (sd_notify(3), sd_watchdog_enabled(3)).
 */
public final class ServiceManager {
    private static final Logger LOG = System.getLogger(ServiceManager.class.getName());

    /** As long as any wait may be. */
    private static final Duration FOR_EVER = Duration.ofNanos(Long.MAX_VALUE);

    private static final long NANOS_PER_MICROSECOND = 1_000;

    private final Optional<String> socket;
    private final Optional<Duration> interval;
    private final BiConsumer<String, String> send;
    private final AtomicBoolean isReady = new AtomicBoolean();
    private final AtomicBoolean isStopping = new AtomicBoolean();
    private final AtomicBoolean isBroken = new AtomicBoolean();

    /**
     * Reads what a service manager says in the environment.
     *
     * @param environment the variables of the process
     * @param pid the process
     * @param send sends to a socket, by its address, a message
     */
    ServiceManager(Map<String, String> environment, long pid, BiConsumer<String, String> send) {
        this.socket = variable(environment, "NOTIFY_SOCKET");
        // Of a process that has not been exec'ed, but was the parent.
        boolean isOurs = variable(environment, "WATCHDOG_PID")
                .map(Long.toString(pid)::equals)
                .orElse(true);
        this.interval = variable(environment, "WATCHDOG_USEC")
                .filter(text -> isOurs && socket.isPresent())
                .flatMap(ServiceManager::halved);
        this.send = send;
    }

    /** Tells by the same means. */
    private ServiceManager(ServiceManager other) {
        this.socket = other.socket;
        this.interval = other.interval;
        this.send = other.send;
    }

    /** {@return this service manager for one device of several: it is not told when that one leaves, as the run may go on} */
    public ServiceManager forOneOfSeveral() {
        ServiceManager one = new ServiceManager(this);
        // As if it had been told.
        one.isStopping.set(true);
        return one;
    }

    /** {@return the service manager of this process} */
    public static ServiceManager ofThisProcess() {
        return new ServiceManager(
                System.getenv(), OwnProcess.ID, (address, message) -> new UnixDatagram(address).send(message));
    }

    /**
     * {@return a service manager that is told by a call}
     *
     * @param told called with what it is told, such as "READY=1"
     */
    public static ServiceManager told(Consumer<String> told) {
        return new ServiceManager(
                Map.of("NOTIFY_SOCKET", "@call"), OwnProcess.ID, (address, message) -> told.accept(message));
    }

    /** {@return no service manager, whatever the environment says: for a device that is not what this process is there for} */
    public static ServiceManager none() {
        return new ServiceManager(Map.of(), OwnProcess.ID, (address, message) -> {});
    }

    private static Optional<String> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    /** Half the time is the custom, so that one that comes late does no harm. */
    private static Optional<Duration> halved(String microseconds) {
        try {
            long time = Long.parseLong(microseconds);
            if (time > 0) {
                return Optional.of(Duration.ofNanos(Math.multiplyExact(time, NANOS_PER_MICROSECOND) / 2));
            }
        } catch (NumberFormatException | ArithmeticException e) {
            LOG.log(Level.DEBUG, e.getMessage());
        }
        LOG.log(Level.WARNING, "WATCHDOG_USEC is \"{0}\", which is no time: there is no watchdog", microseconds);
        return Optional.empty();
    }

    /** Called when a host can see the device; tells it the first time. */
    public void ready() {
        if (isReady.compareAndSet(false, true)) {
            tell("READY=1");
        }
    }

    /** Called when the run ends; tells it the first time. May be called on any thread. */
    public void stopping() {
        if (isStopping.compareAndSet(false, true)) {
            tell("STOPPING=1");
        }
    }

    /** {@return how often {@link #alive} wants to be called; empty if there is no watchdog} */
    public Optional<Duration> interval() {
        return interval;
    }

    /** Called on the device thread, where it is not stuck. */
    public void alive() {
        tell("WATCHDOG=1");
    }

    /** Something that a thread may wait for. */
    @FunctionalInterface
    public interface Wait {
        /**
         * Waits.
         *
         * @param longest how long at most
         * @return whether it has come
         * @throws InterruptedException if the thread is interrupted
         */
        boolean isOver(Duration longest) throws InterruptedException;
    }

    /**
     * Waits on the device thread while the device is off the bus, and there is no loop; the service manager is told meanwhile that
     * the program is alive.
     *
     * @param time how long at most; empty for as long as it takes
     * @param wait what is waited for
     * @throws InterruptedException if the thread is interrupted
     */
    public void await(Optional<Duration> time, Wait wait) throws InterruptedException {
        Duration left = time.orElse(FOR_EVER);
        Duration longest = interval.orElse(FOR_EVER);
        while (!left.isZero()) {
            Duration slice = left.compareTo(longest) < 0 ? left : longest;
            if (wait.isOver(slice)) {
                return;
            }
            left = left.minus(slice);
            interval.ifPresent(each -> alive());
        }
    }

    /** A service manager that cannot be told is no reason to leave the bus. */
    private void tell(String state) {
        socket.ifPresent(address -> {
            try {
                send.accept(address, state);
            } catch (UsbException e) {
                LOG.log(
                        isBroken.compareAndSet(false, true) ? Level.WARNING : Level.DEBUG,
                        "the service manager is not told {0}, and may end the program: {1} (NOTIFY_SOCKET)",
                        state,
                        e.getMessage());
            }
        });
    }
}
