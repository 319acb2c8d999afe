package usbd4j.stack.usbip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** Cuts the stream of bytes from a host into its requests. */
final class PduReader {
    private static final int CMD_SUBMIT = 1;
    private static final int CMD_UNLINK = 2;
    private static final int LAST_ENDPOINT = 15;
    private static final int NO_PACKETS = -1;

    /** Receives the requests. */
    interface Listener {
        /** Called when the host asks for a transfer, with all of its data. */
        void submitted(Urb urb);

        /**
         * Called when the host asks for a transfer for which there is no memory.
         *
         * @param seqnum the number by which the host knows it
         */
        void refused(int seqnum);

        /**
         * Called when the host gives a transfer up.
         *
         * @param seqnum this request's number
         * @param given the number of the transfer
         */
        void unlinked(int seqnum, int given);
    }

    private final UrbPool pool;
    private final Listener listener;
    private final ByteBuffer header = ByteBuffer.allocate(Urb.HEADER_LENGTH).order(ByteOrder.BIG_ENDIAN);
    private @Nullable Urb filling;
    private int skipped;

    PduReader(UrbPool pool, Listener listener) {
        this.pool = pool;
        this.listener = listener;
    }

    /**
     * Reads what has come.
     *
     * @param input taken from its position to its limit, whatever it ends with
     * @throws ProtocolException if it is not USB/IP
     */
    void read(ByteBuffer input) {
        while (input.hasRemaining()) {
            Urb urb = filling;
            if (urb != null) {
                fill(urb, input);
            } else if (skipped > 0) {
                int count = Math.min(skipped, input.remaining());
                input.position(input.position() + count);
                skipped -= count;
            } else {
                move(input, header);
                if (!header.hasRemaining()) {
                    decode();
                    header.clear();
                }
            }
        }
    }

    /** Called when the host is gone, perhaps in the middle of a request. */
    void end() {
        if (filling != null) {
            pool.giveBack(filling);
            filling = null;
        }
    }

    private void fill(Urb urb, ByteBuffer input) {
        move(input, urb.data());
        if (!urb.data().hasRemaining()) {
            filling = null;
            urb.data().rewind();
            listener.submitted(urb);
        }
    }

    private static void move(ByteBuffer from, ByteBuffer to) {
        int count = Math.min(from.remaining(), to.remaining());
        to.put(to.position(), from, from.position(), count);
        to.position(to.position() + count);
        from.position(from.position() + count);
    }

    private void decode() {
        int command = header.getInt(0);
        switch (command) {
            case CMD_SUBMIT -> submit();
            case CMD_UNLINK -> listener.unlinked(header.getInt(4), header.getInt(20));
            default -> throw new ProtocolException("command 0x%08x".formatted(command));
        }
    }

    private void submit() {
        int endpoint = header.getInt(16);
        int length = header.getInt(24);
        int packets = header.getInt(32);
        if (endpoint < 0 || endpoint > LAST_ENDPOINT || length < 0) {
            throw new ProtocolException("a transfer of %d bytes on endpoint %d".formatted(length, endpoint));
        }
        if (packets != 0 && packets != NO_PACKETS) {
            throw new ProtocolException("an isochronous transfer on endpoint %d".formatted(endpoint));
        }
        boolean isOut = header.getInt(12) == 0;
        if (!pool.hasRoomFor(length)) {
            skipped = isOut ? length : 0;
            listener.refused(header.getInt(4));
            return;
        }
        Urb urb = pool.take(length);
        urb.fill(header);
        if (isOut && length > 0) {
            filling = urb;
        } else {
            listener.submitted(urb);
        }
    }
}
