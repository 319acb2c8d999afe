package usbd4j.stack;

import java.util.OptionalInt;
import java.util.function.Consumer;
import usbd4j.stack.descriptor.EndpointDescriptor;

/** An endpoint besides endpoint zero, as a class uses it. All is called on the device thread. */
public interface Endpoint {
    /** {@return its descriptor: as declared for high speed, and once a host has configured the device, as the bus assigned it} */
    EndpointDescriptor descriptor();

    /**
     * {@return a new transfer, to be submitted again and again}
     *
     * <p>How many of an endpoint's transfers are submitted at once is up to the class. That is its buffer: an OUT endpoint
     * with none makes the host wait, an IN endpoint with none has nothing to send.
     *
     * @param capacity the size of its buffer in bytes; of an OUT endpoint a multiple of 512
     * @param done called with the transfer each time it is over, one way or another
     */
    Transfer transfer(int capacity, Consumer<Transfer> done);

    /** Stalls the endpoint until the host clears that (USB 2.0, 8.5.1.1). Nothing may be on its way to the host. */
    void halt();

    /** Ends a halt without the host, which still must clear it at its end. */
    void clearHalt();

    /**
     * {@return how many bytes the controller holds that the host has not read or, from the host, nobody has taken; empty if
     * it cannot tell}
     */
    OptionalInt fifoStatus();

    /** Throws away what the controller holds. Where it cannot, nothing happens. */
    void flushFifo();
}
