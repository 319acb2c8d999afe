package usbd4j.stack.linux;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Memory outside the heap with its address. System calls that are made for every transfer take this instead of a buffer,
 * because looking up a buffer's address costs as much as the call itself.
 */
public final class NativeMemory {
    private final ByteBuffer bytes;
    private final Pointer address;

    /** The whole memory of a direct buffer. */
    NativeMemory(ByteBuffer bytes) {
        this.bytes = bytes;
        this.address = Native.getDirectBufferPointer(bytes);
    }

    /**
     * {@return new memory in native byte order}
     *
     * @param length the number of bytes
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
