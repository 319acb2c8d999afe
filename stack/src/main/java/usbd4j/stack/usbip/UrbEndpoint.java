package usbd4j.stack.usbip;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import usbd4j.stack.Outcome;
import usbd4j.stack.Transfer;
import usbd4j.stack.descriptor.EndpointDescriptor;
import usbd4j.stack.linux.Errno;
import usbd4j.stack.software.SoftwareEndpoint;

/** An endpoint: the transfers that the host asks for meet those that the class has submitted, packet for packet. */
final class UrbEndpoint extends SoftwareEndpoint {
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

    private final Host host;
    private final Deque<Urb> urbs = new ArrayDeque<>();

    /**
     * Creates an endpoint that is not enabled.
     *
     * @param descriptor its descriptor
     * @param host answers the host
     * @param over receives the class's completed transfers
     */
    UrbEndpoint(EndpointDescriptor descriptor, Host host, Queue<Transfer> over) {
        super(descriptor, over);
        this.host = host;
    }

    /** Called when the host asks for a transfer. */
    void submitted(Urb urb) {
        urbs.addLast(urb);
        changed();
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

    /** Lets the transfers of the two sides meet. */
    @Override
    protected void changed() {
        while (isEnabled() && !urbs.isEmpty()) {
            if (isHalted()) {
                finishUrb(-Errno.EPIPE.number());
            } else if (!hasTransfer()) {
                return;
            } else if (takeBabble()) {
                // More than the host asked for cannot be sent: vhci-hcd would end the connection.
                finishUrb(-Errno.EOVERFLOW.number());
            } else if (descriptor().isIn()) {
                send(urbs.getFirst(), buffer());
            } else {
                receive(urbs.getFirst(), buffer());
            }
        }
    }

    private void send(Urb urb, ByteBuffer source) {
        int packetSize = descriptor().packetSize();
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
        boolean endsWithWholePacket =
                urb.length() > 0 && urb.length() % descriptor().packetSize() == 0;
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
}
