package usbd4j.stack.software;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.function.Consumer;
import usbd4j.stack.Endpoint;
import usbd4j.stack.Outcome;
import usbd4j.stack.Transfer;
import usbd4j.stack.descriptor.EndpointDescriptor;
import usbd4j.stack.descriptor.TransferType;

/** An endpoint without a controller: keeps the submitted transfers until a host's packets are copied to or from them. */
public abstract class SoftwareEndpoint implements Endpoint {
    private final EndpointDescriptor descriptor;
    private final Queue<Transfer> over;
    private final Deque<QueuedTransfer> submitted = new ArrayDeque<>();
    private boolean isEnabled;
    private boolean isHostGone;
    private boolean isHalted;
    private boolean isBabbling;

    /**
     * Creates an endpoint that is not enabled.
     *
     * @param descriptor the endpoint descriptor
     * @param over receives completed transfers, for delivery to the device
     */
    protected SoftwareEndpoint(EndpointDescriptor descriptor, Queue<Transfer> over) {
        this.descriptor = descriptor;
        this.over = over;
    }

    @Override
    public final EndpointDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public final Transfer transfer(int capacity, Consumer<Transfer> done) {
        return new QueuedTransfer(ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN), done);
    }

    @Override
    public final void halt() {
        if (isIsochronous()) {
            throw new IllegalStateException("an isochronous endpoint cannot be halted");
        }
        isHalted = true;
        changed();
    }

    @Override
    public final void clearHalt() {
        isHalted = false;
        changed();
    }

    /** Has the next data that the host finds be more than it asks for. */
    public final void babble() {
        isBabbling = true;
    }

    /** {@return whether it does so now, once} */
    protected final boolean takeBabble() {
        boolean isNow = isBabbling;
        isBabbling = false;
        return isNow;
    }

    /** There is no FIFO between the host and the submitted buffers. */
    @Override
    public final OptionalInt fifoStatus() {
        return OptionalInt.of(0);
    }

    @Override
    public final void flushFifo() {
        // There is no FIFO.
    }

    /** {@return whether the host sees it stalled} */
    public final boolean isHalted() {
        return isHalted;
    }

    /** {@return whether the host may use it} */
    public final boolean isEnabled() {
        return isEnabled;
    }

    /** {@return whether it is isochronous} */
    public final boolean isIsochronous() {
        return descriptor.type() == TransferType.ISOCHRONOUS;
    }

    /** Enables the endpoint, and clears its halt. */
    public final void enable() {
        isEnabled = true;
        isHostGone = false;
        isHalted = false;
        isBabbling = false;
        changed();
    }

    /** Disables the endpoint and drops its pending transfers. Transfers that wait for it to be enabled keep waiting. */
    public final void disable() {
        if (isEnabled) {
            isEnabled = false;
            isHostGone = true;
            dropSubmitted();
        }
    }

    /**
     * Drops what the class has submitted since {@link #disable}, before it is told that the host is gone: it was for that host.
     * Transfers submitted from now on wait for the next one.
     */
    public final void dropLate() {
        if (isHostGone) {
            isHostGone = false;
            dropSubmitted();
        }
    }

    private void dropSubmitted() {
        while (!submitted.isEmpty()) {
            finish(Outcome.DROPPED);
        }
    }

    /** Called when the host can have something that it could not have before. */
    protected void changed() {}

    /** {@return whether a transfer is submitted} */
    protected final boolean hasTransfer() {
        return !submitted.isEmpty();
    }

    /** {@return the buffer of the transfer that was submitted first; there must be one} */
    protected final ByteBuffer buffer() {
        return submitted.getFirst().buffer();
    }

    /**
     * Completes the transfer that was submitted first.
     *
     * @param outcome how
     */
    protected final void finish(Outcome outcome) {
        QueuedTransfer transfer = submitted.removeFirst();
        transfer.finish(outcome);
        over.add(transfer);
    }

    private final class QueuedTransfer extends Transfer {
        QueuedTransfer(ByteBuffer buffer, Consumer<Transfer> done) {
            super(descriptor, buffer, done);
        }

        @Override
        protected void start() {
            submitted.addLast(this);
            changed();
        }

        void finish(Outcome outcome) {
            end(outcome);
        }
    }
}
