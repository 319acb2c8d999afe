package usbd4j.stack;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.descriptor.Speed;

/**
 * The port below: whatever connects the device to a host. Implemented by the kernel's interfaces and, in memory, for
 * tests.
 *
 * <p>All methods but {@link #wakeUp} are called on the one device thread. All throw {@link UsbException} when the machine
 * fails them; a host that gives up or leaves is no failure.
 */
public interface UsbBus extends AutoCloseable {
    /**
     * Called once, before anything else: makes the device ready to be seen.
     *
     * @param descriptors what the host shall see
     */
    void open(Descriptors descriptors);

    /** {@return the endpoints besides endpoint zero, once it is open, in the order in which the configurations have them} */
    List<Endpoint> endpoints();

    /**
     * {@return the index by which a host finds a string, once the bus is open; 0 if that is not known, or the host cannot find it}
     *
     * @param declared its index in the table of {@link #open}, from 1
     */
    default int stringIndex(int declared) {
        return declared;
    }

    /** {@return the speed at which the bus runs, or ran last} */
    Speed speed();

    /**
     * Makes data flow through an endpoint, as one that is not halted. Called before the status stage of the request by which
     * the host chose the configuration or alternate setting that has it; not called on a bus that answers such requests by
     * itself.
     *
     * @param endpoint one of {@link #endpoints}
     */
    default void enable(Endpoint endpoint) {}

    /**
     * Breaks off what flows through an endpoint: what is submitted comes back {@link Outcome#DROPPED}, and what is submitted
     * from then on waits. Called when the host has chosen another configuration or alternate setting. At a bus reset, and
     * when the host leaves, the bus does so by itself.
     *
     * @param endpoint one of {@link #endpoints}
     */
    default void disable(Endpoint endpoint) {}

    /**
     * {@return whether an endpoint is halted; asked only on a bus that leaves such requests to the device}
     *
     * @param endpoint one of {@link #endpoints}
     */
    default boolean isHalted(Endpoint endpoint) {
        return false;
    }

    /**
     * Signals remote wake-up to a host that has suspended the bus (USB 2.0, 7.1.7.7).
     *
     * @return whether that was possible
     */
    default boolean wakeUpHost() {
        return false;
    }

    /**
     * Waits until something happened, and tells it. Returns after something was told, when the time is over, after {@link
     * #wakeUp}, or for no reason.
     *
     * @param timeout the longest to wait, zero for not at all; empty to wait for ever
     * @param listener whom to tell
     */
    void await(Optional<Duration> timeout, BusListener listener);

    /** Makes a present or the next {@link #await} return. May be called on any thread, also after {@link #close}. */
    void wakeUp();

    /**
     * Answers an IN request, and waits for its status stage.
     *
     * @param data what to send, from position to limit, at most wLength bytes; possibly none; the position moves
     * @return whether the host took it; false if it gave up, reset the bus or left
     */
    boolean sendData(ByteBuffer data);

    /**
     * Fetches the data stage of an OUT request, and completes its status stage: it can no longer be refused.
     *
     * @param wLength the data stage's length in bytes, more than 0
     * @return the data, in a little-endian buffer that the bus uses again for the next request; empty if the host gave up, reset the
     *     bus or left
     */
    Optional<ByteBuffer> receiveData(int wLength);

    /**
     * Completes the status stage of an OUT request that has no data stage.
     *
     * @return whether the host saw it; false if it gave up, reset the bus or left
     */
    boolean acknowledge();

    /**
     * Refuses a request.
     *
     * @param reason why, for the log
     */
    void stall(String reason);

    /** Leaves the bus, and frees all that {@link #open} took. Does nothing the second time. */
    @Override
    void close();
}
