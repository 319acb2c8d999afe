package usbd4j.benchmark;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import usbd4j.stack.Direction;
import usbd4j.stack.Endpoint;
import usbd4j.stack.Recipient;
import usbd4j.stack.Reply;
import usbd4j.stack.RequestType;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.UsbClass;
import usbd4j.stack.descriptor.UsbEndpoint;
import usbd4j.stack.descriptor.UsbInterface;

/**
 * The function that the host measures: control requests in both directions and without data, and bulk transfers in both
 * directions.
 */
final class BenchmarkFunction implements UsbClass {
    /** IN: at most {@link #CONTROL_LENGTH} arbitrary bytes. */
    private static final int READ = 1;
    /** OUT: at most {@link #CONTROL_LENGTH} arbitrary bytes, or no data stage. */
    private static final int WRITE = 2;
    /** OUT: a {@link BulkPlan} for the bulk IN endpoint. */
    private static final int SEND = 3;
    /** OUT: a {@link BulkPlan} for the bulk OUT endpoint. */
    private static final int RECEIVE = 4;
    /** IN: the number of bytes allocated so far, and in the last plan, 8 bytes each. */
    private static final int ALLOCATED = 5;

    private static final int CONTROL_LENGTH = 64;

    private final LongSupplier allocated;
    private final ByteBuffer data = ByteBuffer.allocate(CONTROL_LENGTH);
    private final ByteBuffer counts = ByteBuffer.allocate(2 * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private List<BulkStream> streams = List.of();
    private long allocatedInLastPlan;

    /**
     * Creates the function.
     *
     * @param allocated returns the number of bytes that this thread has allocated
     */
    BenchmarkFunction(LongSupplier allocated) {
        this.allocated = allocated;
    }

    @Override
    public List<UsbInterface> interfaces() {
        return List.of(UsbInterface.of(0xFF, 0, 0).with(UsbEndpoint.bulkIn(), UsbEndpoint.bulkOut()));
    }

    @Override
    public void endpoints(List<Endpoint> endpoints) {
        streams = endpoints.stream()
                .map(each -> new BulkStream(each, allocated, bytes -> allocatedInLastPlan = bytes))
                .toList();
    }

    @Override
    public Optional<Reply> control(SetupPacket setup, Instant now) {
        if (!setup.is(RequestType.VENDOR, Recipient.INTERFACE)) {
            return Optional.empty();
        }
        return setup.direction() == Direction.IN ? in(setup) : out(setup);
    }

    private Optional<Reply> in(SetupPacket setup) {
        return switch (setup.bRequest()) {
            case READ -> Optional.of(Reply.data(data));
            case ALLOCATED -> Optional.of(Reply.data(counts()));
            default -> Optional.empty();
        };
    }

    private ByteBuffer counts() {
        return counts.putLong(0, allocated.getAsLong()).putLong(Long.BYTES, allocatedInLastPlan);
    }

    private Optional<Reply> out(SetupPacket setup) {
        return switch (setup.bRequest()) {
            case WRITE -> write(setup);
            case SEND -> plan(setup, streams.get(0));
            case RECEIVE -> plan(setup, streams.get(1));
            default -> Optional.empty();
        };
    }

    private static Optional<Reply> write(SetupPacket setup) {
        if (setup.wLength() > CONTROL_LENGTH) {
            return Optional.empty();
        }
        return Optional.of(setup.wLength() == 0 ? Reply.ack() : Reply.receive(bytes -> {}));
    }

    private static Optional<Reply> plan(SetupPacket setup, BulkStream stream) {
        return setup.wLength() == BulkPlan.LENGTH
                ? Optional.of(Reply.receive(bytes -> stream.begin(BulkPlan.read(bytes))))
                : Optional.empty();
    }
}
