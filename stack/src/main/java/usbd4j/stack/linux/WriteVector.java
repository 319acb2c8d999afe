package usbd4j.stack.linux;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;

/** Parts of memory that are written one behind the other (writev(2)): a struct iovec for each. */
public final class WriteVector {
    private static final int LENGTH = 2 * Native.POINTER_SIZE;

    private final NativeMemory array;
    private final ByteBuffer iovecs;

    /**
     * Creates a vector without parts.
     *
     * @param most how many it has room for
     */
    public WriteVector(int most) {
        array = NativeMemory.allocate(most * LENGTH);
        iovecs = array.bytes();
    }

    /** Removes all parts. */
    public void clear() {
        iovecs.clear();
    }

    /**
     * Adds a part.
     *
     * @param memory must stay as it is until it has been written
     * @param from the offset of the first byte to write
     * @param to the offset behind the last
     */
    public void add(NativeMemory memory, int from, int to) {
        putWord(memory.addressAsNumber() + from);
        putWord(to - from);
    }

    private void putWord(long value) {
        if (Native.POINTER_SIZE == Long.BYTES) {
            iovecs.putLong(value);
        } else {
            iovecs.putInt((int) value);
        }
    }

    /** {@return whether there is no room for another part} */
    public boolean isFull() {
        return !iovecs.hasRemaining();
    }

    Pointer address() {
        return array.address();
    }

    int count() {
        return iovecs.position() / LENGTH;
    }
}
