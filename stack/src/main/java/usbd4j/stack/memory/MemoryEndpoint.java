package usbd4j.stack.memory;

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

/** An endpoint of a {@link MemoryBus}: packets go straight into and out of the buffers that a class submitted. */
final class MemoryEndpoint implements Endpoint {
    private final EndpointDescriptor descriptor;
    private final Queue<Transfer> over;
    private final Deque<MemoryTransfer> submitted = new ArrayDeque<>();
    private boolean isEnabled;
    private boolean isHalted;

    /**
     * An endpoint.
     *
     * @param descriptor its descriptor
     * @param over where transfers go once they are over, until the device is told
     */
    MemoryEndpoint(EndpointDescriptor descriptor, Queue<Transfer> over) {
        this.descriptor = descriptor;
        this.over = over;
    }

    @Override
    public EndpointDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public Transfer transfer(int capacity, Consumer<Transfer> done) {
        return new MemoryTransfer(ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN), done);
    }

    @Override
    public void halt() {
        isHalted = true;
    }

    @Override
    public void clearHalt() {
        isHalted = false;
    }

    /** Packets go straight into the device's buffers: there is none between. */
    @Override
    public OptionalInt fifoStatus() {
        return OptionalInt.of(0);
    }

    @Override
    public void flushFifo() {
        // There is nothing between the host and the device's buffers.
    }

    boolean isHalted() {
        return isHalted;
    }

    boolean isEnabled() {
        return isEnabled;
    }

    void enable() {
        isEnabled = true;
        isHalted = false;
    }

    /** {@return the next packet of an IN endpoint} */
    byte[] take() {
        MemoryTransfer transfer = next();
        ByteBuffer buffer = transfer.buffer();
        byte[] packet = new byte[Math.min(buffer.remaining(), descriptor.wMaxPacketSize())];
        buffer.get(packet);
        if (!buffer.hasRemaining()) {
            finish(Outcome.DONE);
        }
        return packet;
    }

    /** Takes a packet into an OUT endpoint. */
    void put(byte[] packet) {
        MemoryTransfer transfer = next();
        ByteBuffer buffer = transfer.buffer();
        if (packet.length > buffer.remaining()) {
            finish(Outcome.OVERFLOW);
            return;
        }
        buffer.put(packet);
        if (packet.length < descriptor.wMaxPacketSize() || !buffer.hasRemaining()) {
            buffer.flip();
            finish(Outcome.DONE);
        }
    }

    /** Breaks off what is submitted. What waits for a host to enable the endpoint goes on waiting. */
    void disable() {
        if (isEnabled) {
            isEnabled = false;
            while (!submitted.isEmpty()) {
                finish(Outcome.DROPPED);
            }
        }
    }

    private MemoryTransfer next() {
        if (isHalted) {
            throw new StallException("endpoint 0x%02x is halted".formatted(descriptor.bEndpointAddress()));
        }
        if (submitted.isEmpty()) {
            throw new NakException(descriptor.bEndpointAddress());
        }
        return submitted.getFirst();
    }

    private void finish(Outcome outcome) {
        MemoryTransfer transfer = submitted.removeFirst();
        transfer.finish(outcome);
        over.add(transfer);
    }

    private final class MemoryTransfer extends Transfer {
        MemoryTransfer(ByteBuffer buffer, Consumer<Transfer> done) {
            super(descriptor, buffer, done);
        }

        @Override
        protected void start() {
            submitted.addLast(this);
        }

        void finish(Outcome outcome) {
            end(outcome);
        }
    }
}
