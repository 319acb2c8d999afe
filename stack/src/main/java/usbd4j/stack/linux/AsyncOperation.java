package usbd4j.stack.linux;

import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** A read or write that {@link AsyncIo} submits: struct iocb of linux/aio_abi.h. */
public final class AsyncOperation {
    private static final int LENGTH = 64;
    private static final int DATA = 0;
    private static final int OPCODE = 16;
    private static final int FILE = 20;
    private static final int BUFFER = 24;
    private static final int COUNT = 32;
    private static final int FLAGS = 56;
    private static final int EVENTFD = 60;

    private static final short PREAD = 0;
    private static final short PWRITE = 1;
    private static final int TELL_EVENTFD = 1;

    private final NativeMemory block = NativeMemory.allocate(LENGTH);
    private final ByteBuffer iocb = block.bytes();
    private final ByteBuffer buffer;
    private final long bufferAddress;
    private final Consumer<AsyncOperation> over;
    private int result;

    AsyncOperation(
            int index,
            FileDescriptor file,
            boolean isWrite,
            ByteBuffer buffer,
            FileDescriptor completions,
            Consumer<AsyncOperation> over) {
        this.buffer = buffer;
        this.bufferAddress = new NativeMemory(buffer).addressAsNumber();
        this.over = over;
        iocb.putLong(DATA, index);
        iocb.putShort(OPCODE, isWrite ? PWRITE : PREAD);
        iocb.putInt(FILE, file.number());
        iocb.putInt(FLAGS, TELL_EVENTFD);
        iocb.putInt(EVENTFD, completions.number());
    }

    /** Sets the part of the buffer to read or write. */
    void prepare(int offset, int length) {
        if (offset < 0 || length < 0 || offset + length > buffer.capacity()) {
            throw new IllegalArgumentException(
                    "bytes %d to %d of a buffer of %d".formatted(offset, offset + length, buffer.capacity()));
        }
        iocb.putLong(BUFFER, bufferAddress + offset);
        iocb.putLong(COUNT, length);
    }

    /** {@return the address for io_submit(2)} */
    long address() {
        return block.addressAsNumber();
    }

    void over(int outcome) {
        result = outcome;
        over.accept(this);
    }

    /** {@return the number of bytes, or the negative errno} */
    public int result() {
        return result;
    }
}
