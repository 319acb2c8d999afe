package usbd4j.stack.usbip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import usbd4j.stack.Endpoint;
import usbd4j.stack.Outcome;
import usbd4j.stack.Transfer;
import usbd4j.stack.descriptor.EndpointDescriptor;
import usbd4j.stack.linux.Errno;

/** An endpoint: the transfers that the host asks for meet those that the class has submitted, packet for packet. */
final class UrbEndpoint implements Endpoint {
    /** Answers the host. */
    interface Host {
        /**
         * Called when a transfer that the host asked for is over.
         *
         * @param urb the transfer, not to be used any more
         * @param status 0 or a negative errno
         */
        void over(Urb urb, int status);
    }

    private final EndpointDescriptor descriptor;
    private final Host host;
    private final Queue<Transfer> over;
    private final Deque<Urb> urbs = new ArrayDeque<>();
    private final Deque<UrbTransfer> transfers = new ArrayDeque<>();
    private boolean isEnabled;
    private boolean isHalted;

    /**
     * Creates an endpoint that is not enabled.
     *
     * @param descriptor its descriptor
     * @param host answers the host
     * @param over receives the class's completed transfers
     */
    UrbEndpoint(EndpointDescriptor descriptor, Host host, Queue<Transfer> over) {
        this.descriptor = descriptor;
        this.host = host;
        this.over = over;
    }

    @Override
    public EndpointDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public Transfer transfer(int capacity, Consumer<Transfer> done) {
        return new UrbTransfer(ByteBuffer.allocateDirect(capacity).order(ByteOrder.LITTLE_ENDIAN), done);
    }

    @Override
    public void halt() {
        isHalted = true;
        meet();
    }

    @Override
    public void clearHalt() {
        isHalted = false;
        meet();
    }

    @Override
    public OptionalInt fifoStatus() {
        return OptionalInt.of(0);
    }

    @Override
    public void flushFifo() {
        // There is no FIFO between the host and the submitted buffers.
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
        meet();
    }

    /** Disables the endpoint and drops its pending transfers. Transfers that wait for it to be enabled keep waiting. */
    void disable() {
        if (isEnabled) {
            isEnabled = false;
            while (!transfers.isEmpty()) {
                finish(Outcome.DROPPED);
            }
        }
    }

    /** Called when the host asks for a transfer. */
    void submitted(Urb urb) {
        urbs.addLast(urb);
        meet();
    }

    /** {@return the transfer with this number, which the host has given up; null if it is not here} */
    @Nullable Urb unlinked(int seqnum) {
        for (Urb urb : urbs) {
            if (urb.seqnum() == seqnum) {
                urbs.remove(urb);
                return urb;
            }
        }
        return null;
    }

    /** {@return the next transfer of a host that is gone; null if there is none} */
    @Nullable Urb forgotten() {
        return urbs.pollFirst();
    }

    private void meet() {
        while (isEnabled && !urbs.isEmpty()) {
            if (isHalted) {
                finishUrb(-Errno.EPIPE.number());
            } else if (transfers.isEmpty()) {
                return;
            } else if (descriptor.isIn()) {
                send(urbs.getFirst(), transfers.getFirst().buffer());
            } else {
                receive(urbs.getFirst(), transfers.getFirst().buffer());
            }
        }
    }

    private void send(Urb urb, ByteBuffer source) {
        int packetSize = descriptor.packetSize();
        ByteBuffer wanted = urb.data();
        if (source.remaining() > wanted.remaining()) {
            copy(source, wanted, wanted.remaining() - wanted.remaining() % packetSize);
            if (wanted.hasRemaining()) {
                // The host has room for a part of the next packet only.
                source.position(Math.min(source.position() + packetSize, source.limit()));
                finishUrb(-Errno.EOVERFLOW.number());
            } else {
                finishUrb(0);
            }
            if (!source.hasRemaining()) {
                finish(Outcome.DONE);
            }
            return;
        }
        boolean isShort = source.remaining() % packetSize != 0 || !source.hasRemaining();
        copy(source, wanted, source.remaining());
        finish(Outcome.DONE);
        if (isShort || !wanted.hasRemaining()) {
            boolean isFailure = wanted.hasRemaining() && urb.isShortNotOk();
            finishUrb(isFailure ? -Errno.EREMOTEIO.number() : 0);
        }
    }

    private void receive(Urb urb, ByteBuffer target) {
        ByteBuffer sent = urb.data();
        // An empty packet: all that there is, or what follows whole packets.
        boolean isEmpty = !sent.hasRemaining();
        copy(sent, target, Math.min(sent.remaining(), target.remaining()));
        boolean isOver = !sent.hasRemaining();
        boolean endsWithWholePacket = urb.length() > 0 && urb.length() % descriptor.packetSize() == 0;
        if (isEmpty || (isOver && !endsWithWholePacket) || !target.hasRemaining()) {
            target.flip();
            finish(Outcome.DONE);
        }
        if (isEmpty || (isOver && !(endsWithWholePacket && urb.isZeroPacket()))) {
            finishUrb(0);
        }
    }

    private static void copy(ByteBuffer from, ByteBuffer to, int count) {
        to.put(to.position(), from, from.position(), count);
        to.position(to.position() + count);
        from.position(from.position() + count);
    }

    private void finishUrb(int status) {
        host.over(urbs.removeFirst(), status);
    }

    private void finish(Outcome outcome) {
        UrbTransfer transfer = transfers.removeFirst();
        transfer.finish(outcome);
        over.add(transfer);
    }

    private final class UrbTransfer extends Transfer {
        UrbTransfer(ByteBuffer buffer, Consumer<Transfer> done) {
            super(descriptor, buffer, done);
        }

        @Override
        protected void start() {
            transfers.addLast(this);
            meet();
        }

        void finish(Outcome outcome) {
            end(outcome);
        }
    }
}
