package usbd4j.stack;

import java.util.OptionalInt;
import java.util.function.Consumer;
import usbd4j.stack.descriptor.EndpointDescriptor;

/** An endpoint other than endpoint zero, as a class uses it. All methods must be called on the device thread. */
public interface Endpoint {
    /**
     * {@return the endpoint descriptor: the declared one for high speed until the host configures the device, then the
     * actual one, with the address that the host sees}
     */
    EndpointDescriptor descriptor();

    /**
     * {@return a new transfer, which can be submitted any number of times}
     *
     * <p>A class may keep several transfers submitted on one endpoint. While none is submitted, the endpoint answers NAK; an
     * isochronous endpoint sends nothing, and what the host sends is lost.
     *
     * @param capacity the buffer size in bytes. For a bulk OUT endpoint a multiple of 512; for an interrupt OUT endpoint a
     *     multiple of what it transfers per interval, and with just that, each report is a transfer of its own; for an
     *     isochronous endpoint at most what it transfers per interval
     * @param done called with the transfer each time it completes, whatever its outcome
     */
    Transfer transfer(int capacity, Consumer<Transfer> done);

    /**
     * Halts the endpoint until the host clears the halt (USB 2.0, 8.5.1.1). No IN transfer may be in progress. An
     * isochronous endpoint cannot be halted.
     */
    void halt();

    /** Clears the halt on the device's side. The host must still clear it on its own side. */
    void clearHalt();

    /**
     * {@return the number of unread bytes in the controller's FIFO, or empty if the controller cannot tell}
     */
    OptionalInt fifoStatus();

    /** Flushes the controller's FIFO. Does nothing if the controller does not support it. */
    void flushFifo();
}
