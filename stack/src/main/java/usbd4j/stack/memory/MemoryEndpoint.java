package usbd4j.stack.memory;

import java.nio.ByteBuffer;
import java.util.Queue;
import usbd4j.stack.Outcome;
import usbd4j.stack.Transfer;
import usbd4j.stack.descriptor.EndpointDescriptor;
import usbd4j.stack.software.SoftwareEndpoint;

/** An endpoint of a {@link MemoryBus}: copies packets directly to and from the submitted buffers. */
final class MemoryEndpoint extends SoftwareEndpoint {
    /**
     * Creates an endpoint.
     *
     * @param descriptor the endpoint descriptor
     * @param over receives completed transfers, for delivery to the device
     */
    MemoryEndpoint(EndpointDescriptor descriptor, Queue<Transfer> over) {
        super(descriptor, over);
    }

    /** {@return the next packet from an IN endpoint} */
    byte[] take() {
        ByteBuffer buffer = next();
        if (takeBabble()) {
            throw new BabbleException(descriptor().bEndpointAddress());
        }
        byte[] packet = new byte[Math.min(buffer.remaining(), descriptor().packetSize())];
        buffer.get(packet);
        if (!buffer.hasRemaining()) {
            finish(Outcome.DONE);
        }
        return packet;
    }

    /** Sends a packet to an OUT endpoint. */
    void put(byte[] packet) {
        ByteBuffer buffer = next();
        if (packet.length > buffer.remaining()) {
            finish(Outcome.OVERFLOW);
            return;
        }
        buffer.put(packet);
        if (packet.length < descriptor().packetSize() || !buffer.hasRemaining()) {
            buffer.flip();
            finish(Outcome.DONE);
        }
    }

    /** {@return the data of the next interval of an isochronous IN endpoint; nothing if no transfer is submitted} */
    byte[] takeInterval() {
        if (!hasTransfer()) {
            return new byte[0];
        }
        ByteBuffer buffer = buffer();
        byte[] data = new byte[buffer.remaining()];
        buffer.get(data);
        finish(Outcome.DONE);
        return data;
    }

    /** Sends the data of an interval to an isochronous OUT endpoint. It is lost if no transfer is submitted. */
    void putInterval(byte[] data) {
        if (hasTransfer()) {
            buffer().put(data).flip();
            finish(Outcome.DONE);
        }
    }

    private ByteBuffer next() {
        if (isHalted()) {
            throw new StallException(
                    "endpoint 0x%02x is halted".formatted(descriptor().bEndpointAddress()));
        }
        if (!hasTransfer()) {
            throw new NakException(descriptor().bEndpointAddress());
        }
        return buffer();
    }
}
