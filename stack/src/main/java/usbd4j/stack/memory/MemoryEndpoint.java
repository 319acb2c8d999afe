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
import usbd4j.stack.descriptor.TransferType;

/** An endpoint of a {@link MemoryBus}: copies packets directly to and from the submitted buffers. */
final class MemoryEndpoint implements Endpoint {
    private final EndpointDescriptor descriptor;
    private final Queue<Transfer> over;
    private final Deque<MemoryTransfer> submitted = new ArrayDeque<>();
    private boolean isEnabled;
    private boolean isHalted;

    /**
     * Creates an endpoint.
     *
     * @param descriptor the endpoint descriptor
     * @param over receives completed transfers, for delivery to the device
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
        if (isIsochronous()) {
            throw new IllegalStateException("an isochronous endpoint cannot be halted");
        }
        isHalted = true;
    }

    @Override
    public void clearHalt() {
        isHalted = false;
    }

    /** There is no FIFO between the host and the submitted buffers. */
    @Override
    public OptionalInt fifoStatus() {
        return OptionalInt.of(0);
    }

    @Override
    public void flushFifo() {
        // There is no FIFO.
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

    /** {@return the next packet from an IN endpoint} */
    byte[] take() {
        MemoryTransfer transfer = next();
        ByteBuffer buffer = transfer.buffer();
        byte[] packet = new byte[Math.min(buffer.remaining(), descriptor.packetSize())];
        buffer.get(packet);
        if (!buffer.hasRemaining()) {
            finish(Outcome.DONE);
        }
        return packet;
    }

    /** Sends a packet to an OUT endpoint. */
    void put(byte[] packet) {
        MemoryTransfer transfer = next();
        ByteBuffer buffer = transfer.buffer();
        if (packet.length > buffer.remaining()) {
            finish(Outcome.OVERFLOW);
            return;
        }
        buffer.put(packet);
        if (packet.length < descriptor.packetSize() || !buffer.hasRemaining()) {
            buffer.flip();
            finish(Outcome.DONE);
        }
    }

    /** {@return the data of the next interval of an isochronous IN endpoint; nothing if no transfer is submitted} */
    byte[] takeInterval() {
        if (submitted.isEmpty()) {
            return new byte[0];
        }
        ByteBuffer buffer = submitted.getFirst().buffer();
        byte[] data = new byte[buffer.remaining()];
        buffer.get(data);
        finish(Outcome.DONE);
        return data;
    }

    /** Sends the data of an interval to an isochronous OUT endpoint. It is lost if no transfer is submitted. */
    void putInterval(byte[] data) {
        if (!submitted.isEmpty()) {
            submitted.getFirst().buffer().put(data).flip();
            finish(Outcome.DONE);
        }
    }

    boolean isIsochronous() {
        return descriptor.type() == TransferType.ISOCHRONOUS;
    }

    /** Disables the endpoint and drops its pending transfers. Transfers that wait for it to be enabled keep waiting. */
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
