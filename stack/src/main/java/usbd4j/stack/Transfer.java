package usbd4j.stack;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import usbd4j.stack.descriptor.EndpointDescriptor;
import usbd4j.stack.descriptor.TransferType;

/**
 * A transfer on an endpoint: a buffer that can be submitted again each time it completes.
 *
 * <p>A transfer submitted while the device is not configured waits until it is. A transfer that completes with {@link
 * Outcome#DROPPED} may be resubmitted at once; that is all a class has to do after a bus reset. What a class submits after the host
 * has gone, and before the class is told so, completes with DROPPED, too: it does not reach the next host.
 */
public abstract class Transfer {
    /** The size of a high-speed bulk packet in bytes. */
    private static final int BULK_PACKET = 512;

    private final EndpointDescriptor endpoint;
    private final ByteBuffer buffer;
    private final Consumer<Transfer> done;
    private boolean pending;
    private Outcome outcome = Outcome.DROPPED;

    /**
     * Creates a transfer, not yet submitted.
     *
     * @param endpoint the endpoint's descriptor
     * @param buffer the data buffer, used from 0 to capacity
     * @param done called each time the transfer completes
     */
    protected Transfer(EndpointDescriptor endpoint, ByteBuffer buffer, Consumer<Transfer> done) {
        this.endpoint = endpoint;
        requireSize(endpoint, buffer.capacity());
        this.buffer = buffer;
        this.done = done;
    }

    /** An OUT buffer must always have room for a whole packet. An isochronous transfer is the data of one interval. */
    private static void requireSize(EndpointDescriptor endpoint, int capacity) {
        int unit = endpoint.type() == TransferType.BULK ? BULK_PACKET : endpoint.bytesPerInterval();
        if (!endpoint.isIn() && (capacity == 0 || capacity % unit != 0)) {
            throw new IllegalArgumentException(
                    "the buffer of an OUT transfer has %d bytes; its size must be a multiple of %d"
                            .formatted(capacity, unit));
        }
        if (endpoint.type() == TransferType.ISOCHRONOUS && capacity > unit) {
            throw new IllegalArgumentException(
                    "the buffer of an isochronous transfer has %d bytes; the endpoint transfers at most %d per interval"
                            .formatted(capacity, unit));
        }
    }

    /**
     * {@return the data buffer, little-endian; must not be accessed while the transfer is pending}
     *
     * <p>An IN transfer sends the bytes from position to limit; if there are none, a zero-length packet. A completed OUT
     * transfer has its data from position 0 to limit; it ends with a short packet or when the buffer is full, and on an
     * isochronous endpoint with each interval.
     */
    public final ByteBuffer buffer() {
        return buffer;
    }

    /** {@return the descriptor of the endpoint} */
    public final EndpointDescriptor endpoint() {
        return endpoint;
    }

    /** {@return how the transfer last completed} */
    public final Outcome outcome() {
        return outcome;
    }

    /** {@return whether the transfer is submitted, and the class is yet to be called for it} */
    public final boolean isPending() {
        return pending;
    }

    /**
     * Submits the transfer to the bus.
     *
     * @throws IllegalStateException if it is pending
     */
    public final void submit() {
        if (pending) {
            throw new IllegalStateException("the transfer is already submitted");
        }
        pending = true;
        if (!endpoint.isIn()) {
            buffer.clear();
        }
        start();
    }

    /** Called by {@link #submit}: queues the transfer on the endpoint, or keeps it until the device is configured. */
    protected abstract void start();

    /**
     * Called by the bus when the transfer completes, before {@link BusListener#transferred}.
     *
     * @param how the outcome
     */
    protected final void end(Outcome how) {
        outcome = how;
    }

    /**
     * Calls the completion callback; before that, the transfer cannot be submitted again. Called by the device for each {@link
     * BusListener#transferred}, and by a decorator of a bus for the transfers that it has from that bus.
     */
    public final void tell() {
        pending = false;
        done.accept(this);
    }
}
