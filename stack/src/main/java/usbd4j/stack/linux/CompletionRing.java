package usbd4j.stack.linux;

import com.sun.jna.Pointer;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The ring in which the kernel reports completed operations: memory that it shares with the process (struct aio_ring of
 * fs/aio.c, which libaio reads in the same way). Reading it directly saves io_getevents(2), the most expensive call of a
 * transfer from Java.
 */
final class CompletionRing {
    /** Eight numbers of 32 bits: id, nr, head, tail, magic, compat_features, incompat_features, header_length. */
    private static final int HEADER_LENGTH = 32;

    private static final int NR = 4;
    private static final int HEAD = 8;
    private static final int TAIL = 12;
    private static final int MAGIC = 16;
    private static final int INCOMPAT_FEATURES = 24;

    private static final int AIO_RING_MAGIC = 0xA10A10A1;

    /** struct io_event: data, obj, res, res2, each of 64 bits. */
    private static final int EVENT_LENGTH = 32;

    private static final int EVENT_RES = 16;

    /** The kernel writes an event before it moves the tail, and must not write another before we have read it. */
    private static final VarHandle SHARED = MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.nativeOrder());

    private final ByteBuffer ring;
    private final int length;

    /**
     * The ring of a context.
     *
     * @param context the context that io_setup(2) returned, which is the ring's address
     */
    CompletionRing(Pointer context) {
        if (context.getInt(MAGIC) != AIO_RING_MAGIC || context.getInt(INCOMPAT_FEATURES) != 0) {
            throw new LinuxException(
                    "cannot read the completions of this kernel's asynchronous I/O", Errno.ENOSYS.number());
        }
        length = context.getInt(NR);
        ring = context.getByteBuffer(0, HEADER_LENGTH + (long) length * EVENT_LENGTH)
                .order(ByteOrder.nativeOrder());
    }

    boolean isEmpty() {
        return ring.getInt(HEAD) == (int) SHARED.getAcquire(ring, TAIL);
    }

    /** {@return the number of completed operations} */
    int count() {
        int count = (int) SHARED.getAcquire(ring, TAIL) - ring.getInt(HEAD);
        return count < 0 ? count + length : count;
    }

    /** {@return the number with which the first completed operation was submitted} */
    int data() {
        return (int) ring.getLong(first());
    }

    /** {@return the number of bytes of the first completed operation, or its negative errno} */
    int result() {
        return (int) ring.getLong(first() + EVENT_RES);
    }

    private int first() {
        return HEADER_LENGTH + ring.getInt(HEAD) * EVENT_LENGTH;
    }

    /** Removes the first entry, so that the kernel can reuse it. */
    void remove() {
        SHARED.setRelease(ring, HEAD, (ring.getInt(HEAD) + 1) % length);
    }
}
