package usbd4j.stack.linux;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;

/** The argument of io_submit(2): an array of the operations' addresses. */
final class SubmissionList {
    private final AsyncOperation[] operations;
    private final NativeMemory memory;
    private final ByteBuffer addresses;
    private int first;
    private int end;

    SubmissionList(int capacity) {
        operations = new AsyncOperation[capacity];
        memory = NativeMemory.allocate(capacity * Native.POINTER_SIZE);
        addresses = memory.bytes();
    }

    boolean isFull() {
        return end == operations.length;
    }

    boolean isEmpty() {
        return first == end;
    }

    void add(AsyncOperation operation) {
        if (Native.POINTER_SIZE == Long.BYTES) {
            addresses.putLong(end * Long.BYTES, operation.address());
        } else {
            addresses.putInt(end * Integer.BYTES, (int) operation.address());
        }
        operations[end] = operation;
        end++;
    }

    int count() {
        return end - first;
    }

    Pointer address() {
        return first == 0 ? memory.address() : memory.address().share((long) first * Native.POINTER_SIZE);
    }

    AsyncOperation first() {
        return operations[first];
    }

    /** Removes the first operations. */
    void remove(int count) {
        first += count;
        if (isEmpty()) {
            clear();
        }
    }

    void clear() {
        first = 0;
        end = 0;
    }
}
