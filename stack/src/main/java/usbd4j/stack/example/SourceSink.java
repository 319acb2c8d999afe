package usbd4j.stack.example;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import usbd4j.stack.Direction;
import usbd4j.stack.Endpoint;
import usbd4j.stack.Reply;
import usbd4j.stack.RequestType;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.Transfer;
import usbd4j.stack.UsbClass;
import usbd4j.stack.descriptor.UsbEndpoint;
import usbd4j.stack.descriptor.UsbInterface;

/**
 * The device that the kernel's test driver {@code usbtest} expects: a source of zeros, a sink for any data, and two vendor
 * requests that write a buffer and read it back.
 */
public final class SourceSink implements UsbClass {
    /** OUT: writes the buffer. */
    private static final int WRITE = 0x5B;
    /** IN: reads the buffer back. */
    private static final int READ = 0x5C;

    private static final int LONGEST = 4096;
    private static final int TRANSFERS = 8;
    private static final int CAPACITY = 16 * 1024;

    private final ByteBuffer kept = ByteBuffer.allocate(LONGEST);

    /** Creates the function with a zeroed buffer. */
    public SourceSink() {}

    @Override
    public List<UsbInterface> interfaces() {
        return List.of(UsbInterface.of(0xFF, 0, 0).with(UsbEndpoint.bulkIn(), UsbEndpoint.bulkOut()));
    }

    @Override
    public void endpoints(List<Endpoint> endpoints) {
        for (int i = 0; i < TRANSFERS; i++) {
            endpoints.get(0).transfer(CAPACITY, SourceSink::send).submit();
            endpoints.get(1).transfer(CAPACITY, Transfer::submit).submit();
        }
    }

    private static void send(Transfer zeros) {
        zeros.buffer().rewind();
        zeros.submit();
    }

    @Override
    public Optional<Reply> control(SetupPacket setup, Instant now) {
        if (setup.type() != RequestType.VENDOR || setup.wLength() > LONGEST) {
            return Optional.empty();
        }
        boolean in = setup.direction() == Direction.IN;
        return switch (setup.bRequest()) {
            case WRITE -> in ? Optional.empty() : Optional.of(write(setup));
            case READ -> in ? Optional.of(Reply.data(kept)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Reply write(SetupPacket setup) {
        return setup.wLength() == 0
                ? Reply.ack()
                : Reply.receive(data -> kept.clear().put(data).rewind());
    }
}
