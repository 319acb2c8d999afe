package usbd4j.stack;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import usbd4j.stack.descriptor.EndpointDescriptor;

/**
 * Data on their way through an endpoint: a buffer that is submitted, comes back, and is submitted again.
 *
 * <p>A transfer that is submitted while no host has configured the device waits until one does. One that comes back {@link
 * Outcome#DROPPED} may be submitted again at once: that is all a class has to do about a bus reset.
 */
public abstract class Transfer {
    /** An OUT transfer must never be left with less room than a packet may need: that of a bulk endpoint at high speed. */
    private static final int LARGEST_PACKET = 512;

    private final boolean in;
    private final ByteBuffer buffer;
    private final Consumer<Transfer> done;
    private boolean pending;
    private Outcome outcome = Outcome.DROPPED;

    /**
     * A transfer that is not submitted.
     *
     * @param endpoint what it goes through
     * @param buffer its data, the whole of it
     * @param done called each time it is over
     */
    protected Transfer(EndpointDescriptor endpoint, ByteBuffer buffer, Consumer<Transfer> done) {
        in = endpoint.isIn();
        if (!in && (buffer.capacity() == 0 || buffer.capacity() % LARGEST_PACKET != 0)) {
            throw new IllegalArgumentException(
                    "the buffer of an OUT transfer has %d bytes, and must have a multiple of %d"
                            .formatted(buffer.capacity(), LARGEST_PACKET));
        }
        this.buffer = buffer;
        this.done = done;
    }

    /**
     * {@return its data, little-endian; not to be touched while it is submitted}
     *
     * <p>What an IN transfer sends is from position to limit, possibly nothing: a packet without data. What an OUT transfer
     * received is from 0 to limit, the position being 0; it ended with a short packet or at the buffer's end.
     */
    public final ByteBuffer buffer() {
        return buffer;
    }

    /** {@return how it ended the last time} */
    public final Outcome outcome() {
        return outcome;
    }

    /** {@return whether it is submitted, and not yet over} */
    public final boolean isPending() {
        return pending;
    }

    /**
     * Hands it to the bus.
     *
     * @throws IllegalStateException if it still is there
     */
    public final void submit() {
        if (pending) {
            throw new IllegalStateException("the transfer is submitted already");
        }
        pending = true;
        if (!in) {
            buffer.clear();
        }
        start();
    }

    /** Called by {@link #submit}: puts it on the bus, now or as soon as the device is configured. */
    protected abstract void start();

    /**
     * Called by the bus when it is over, just before it tells the {@link BusListener}.
     *
     * @param how how it ended
     */
    protected final void end(Outcome how) {
        outcome = how;
        pending = false;
    }

    /** Tells the class that it is over. */
    final void tell() {
        done.accept(this);
    }
}
