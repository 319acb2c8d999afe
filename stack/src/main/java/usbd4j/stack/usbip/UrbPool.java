package usbd4j.stack.usbip;

import java.util.ArrayDeque;
import java.util.Deque;

/** The memory of the host's transfers, used again and again, and bounded however much a host asks for. */
final class UrbPool {
    /** The most bytes of all transfers together: usbfs's own default limit is the same. */
    static final int MOST = 16 << 20;

    private static final int SMALL = 512;
    private static final int LARGE = 16 << 10;

    private final Deque<Urb> small = new ArrayDeque<>();
    private final Deque<Urb> large = new ArrayDeque<>();
    private int inUse;

    /** {@return whether a transfer of that many bytes is possible now} */
    boolean hasRoomFor(int length) {
        return length <= MOST - Urb.HEADER_LENGTH - inUse;
    }

    /** {@return the bytes of all transfers that have been taken and not given back} */
    int inUse() {
        return inUse;
    }

    /** {@return a transfer with room for that many bytes} */
    Urb take(int length) {
        Deque<Urb> pool = length <= SMALL ? small : large;
        Urb urb = length <= LARGE && !pool.isEmpty() ? pool.removeFirst() : new Urb(capacityFor(length));
        inUse += urb.capacity() + Urb.HEADER_LENGTH;
        return urb;
    }

    /** Takes a transfer back. */
    void giveBack(Urb urb) {
        inUse -= urb.capacity() + Urb.HEADER_LENGTH;
        if (urb.capacity() <= LARGE) {
            (urb.capacity() <= SMALL ? small : large).addFirst(urb);
        }
    }

    private static int capacityFor(int length) {
        return length <= SMALL ? SMALL : Math.max(length, LARGE);
    }
}
