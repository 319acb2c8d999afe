package usbd4j.stack.linux;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Memory outside the heap, and where it is. A system call that is made for every transfer takes this rather than a buffer,
 * whose address would be looked up each time: that costs as much as the call itself.
 */
public final class NativeMemory {
    private final ByteBuffer bytes;
    private final Pointer address;

    /** The memory of a direct buffer, all of it. */
    NativeMemory(ByteBuffer bytes) {
        this.bytes = bytes;
        this.address = Native.getDirectBufferPointer(bytes);
    }

    /**
     * {@return new memory, whose bytes are in the machine's order}
     *
     * @param length how many bytes
     */
    public static NativeMemory allocate(int length) {
        return new NativeMemory(ByteBuffer.allocateDirect(length).order(ByteOrder.nativeOrder()));
    }

    /** {@return the bytes} */
    public ByteBuffer bytes() {
        return bytes;
    }

    Pointer address() {
        return address;
    }

    long addressAsNumber() {
        return Pointer.nativeValue(address);
    }
}
