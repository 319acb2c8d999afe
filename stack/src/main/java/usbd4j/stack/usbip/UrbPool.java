package usbd4j.stack.usbip;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** The memory of the host's transfers, used again and again, and bounded however much a host asks for. */
final class UrbPool {
    /** The most bytes of all transfers together: usbfs's own default limit is the same. */
    static final int MOST = 16 << 20;

    /** What is kept has a power of two of bytes, from this one. */
    private static final int SMALLEST_POWER = 9;

    /** Class drivers ask for up to 128 KiB at once. */
    private static final int LARGEST_POWER = 17;

    private final List<Deque<Urb>> kept = Stream.<Deque<Urb>>generate(ArrayDeque::new)
            .limit(LARGEST_POWER - SMALLEST_POWER + 1)
            .toList();

    private int bytesKept;
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
        int power = power(length);
        Urb urb = power <= LARGEST_POWER ? keptOrNew(power) : new Urb(length);
        inUse += bytes(urb);
        return urb;
    }

    private Urb keptOrNew(int power) {
        Urb urb = kept(power).pollFirst();
        if (urb == null) {
            return new Urb(1 << power);
        }
        bytesKept -= bytes(urb);
        return urb;
    }

    /** Takes a transfer back. */
    void giveBack(Urb urb) {
        inUse -= bytes(urb);
        if (urb.capacity() <= 1 << LARGEST_POWER && bytesKept + inUse + bytes(urb) <= MOST) {
            bytesKept += bytes(urb);
            kept(power(urb.capacity())).addFirst(urb);
        }
    }

    private Deque<Urb> kept(int power) {
        return kept.get(power - SMALLEST_POWER);
    }

    private static int bytes(Urb urb) {
        return Urb.HEADER_LENGTH + urb.capacity();
    }

    /** {@return the exponent of the smallest power of two that is kept and has room} */
    private static int power(int length) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(length, 1 << SMALLEST_POWER) - 1);
    }
}
