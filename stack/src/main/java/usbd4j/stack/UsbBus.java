package usbd4j.stack;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.descriptor.Speed;

/**
 * Connects the device to a host. Implemented on the kernel's gadget interfaces and, for tests, in memory.
 *
 * <p>All methods except {@link #wakeUp} are called on the device thread. All throw {@link UsbException} if a system call
 * fails; a host that aborts a transfer or disconnects is not an error.
 */
public interface UsbBus extends AutoCloseable {
    /**
     * Called once, before any other method: prepares the device for enumeration.
     *
     * @param descriptors the device's descriptors
     */
    void open(Descriptors descriptors);

    /** {@return all endpoints other than endpoint zero, in the order of the configurations; valid once the bus is open} */
    List<Endpoint> endpoints();

    /**
     * {@return the index by which a host reads a string, valid once the bus is open; 0 if unknown or not readable}
     *
     * @param declared the string's index in the string table passed to {@link #open}, from 1
     */
    default int stringIndex(int declared) {
        return declared;
    }

    /** {@return the current speed of the bus, or the last one if not connected} */
    Speed speed();

    /**
     * Enables an endpoint and clears its halt. Called before the status stage of the SET_CONFIGURATION or SET_INTERFACE
     * request that selects it; not called on a bus that answers these requests itself.
     *
     * @param endpoint one of {@link #endpoints}
     */
    default void enable(Endpoint endpoint) {}

    /**
     * Disables an endpoint: pending transfers complete with {@link Outcome#DROPPED}, and transfers submitted later wait.
     * Called when the host selects another configuration or alternate setting. On a reset or disconnect the bus does this
     * itself.
     *
     * @param endpoint one of {@link #endpoints}
     */
    default void disable(Endpoint endpoint) {}

    /**
     * {@return whether an endpoint is halted; called only on a bus that leaves GET_STATUS to the device}
     *
     * @param endpoint one of {@link #endpoints}
     */
    default boolean isHalted(Endpoint endpoint) {
        return false;
    }

    /**
     * Has the device babble (USB 2.0, 8.7.4): where the host next finds data on the endpoint, it gets more than it asked for, and
     * keeps nothing of it.
     *
     * @param endpoint one of {@link #endpoints}, for IN
     * @throws UsbException on a bus where a controller decides how much it sends
     */
    default void babble(Endpoint endpoint) {
        throw new UsbException("this bus cannot send more than the host asks for");
    }

    /**
     * Signals remote wake-up to a host that has suspended the bus (USB 2.0, 7.1.7.7).
     *
     * @return whether the host was signalled
     */
    default boolean wakeUpHost() {
        return false;
    }

    /**
     * Waits for something to happen on the bus and passes it to the listener. Returns after that, on timeout, after {@link
     * #wakeUp}, or spuriously.
     *
     * @param timeout the maximum time to wait; zero to return at once, empty to wait indefinitely
     * @param listener called with what happened
     */
    void await(Optional<Duration> timeout, BusListener listener);

    /** Makes the current or next {@link #await} return. May be called on any thread, even after {@link #close}. */
    void wakeUp();

    /**
     * Called when the device is to stop: until the next {@link #await}, aborts an answer that the host does not take. May be
     * called on any thread, even after {@link #close}.
     */
    default void abortAnswer() {}

    /**
     * Lets the host wait for the answer to the current request. The request is answered later, with one of the methods below,
     * unless the listener was told that the host has given it up ({@link BusListener#givenUp}), or of a reset or disconnect.
     */
    void hold();

    /**
     * Sends the data stage of an IN request and waits for the status stage.
     *
     * @param data the data, from position to limit, 0 to wLength bytes; the position advances
     * @return whether the transfer completed; false if the host aborted it, reset the bus or disconnected
     */
    boolean sendData(ByteBuffer data);

    /**
     * Receives the data stage of an OUT request and completes the status stage; the request can no longer be stalled.
     *
     * @param wLength length of the data stage in bytes, 1 to 0xFFFF
     * @return the data, in a little-endian buffer that the bus reuses for the next request; empty if the host aborted the
     *     transfer, reset the bus or disconnected
     */
    Optional<ByteBuffer> receiveData(int wLength);

    /**
     * Completes the status stage of an OUT request without a data stage.
     *
     * @return whether the transfer completed; false if the host aborted it, reset the bus or disconnected
     */
    boolean acknowledge();

    /**
     * Stalls a request.
     *
     * @param reason the reason, for the log
     */
    void stall(String reason);

    /** Disconnects from the host and releases everything {@link #open} acquired. A second call does nothing. */
    @Override
    void close();
}
