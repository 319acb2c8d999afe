package usbd4j.benchmark;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import usbd4j.dfu.DfuStatus;
import usbd4j.dfu.mode.DfuMemory;
import usbd4j.dfu.mode.Upload;
import usbd4j.dfu.mode.Work;
import usbd4j.stack.descriptor.UsbString;

/**
 * A memory that takes no time and is lost when the program ends. Blocks are written in place, since there is no earlier
 * firmware to keep.
 */
final class VolatileMemory implements DfuMemory {
    private static final Work DONE = new Work(Duration.ZERO, DfuStatus.OK);
    private static final Work TOO_LONG = Work.failed(DfuStatus.ERR_ADDRESS);

    private final ByteBuffer image;
    private int length;

    /**
     * Creates an empty memory.
     *
     * @param capacity the size of the longest image, in bytes
     */
    VolatileMemory(int capacity) {
        image = ByteBuffer.allocate(capacity);
    }

    @Override
    public Optional<UsbString> name() {
        return Optional.empty();
    }

    @Override
    public DfuStatus condition() {
        return DfuStatus.OK;
    }

    @Override
    public Work download(int wBlockNum, long offset, ByteBuffer block) {
        long end = offset + block.remaining();
        if (end > image.capacity()) {
            return TOO_LONG;
        }
        image.put((int) offset, block, block.position(), block.remaining());
        length = (int) end;
        return DONE;
    }

    @Override
    public boolean isComplete() {
        return true;
    }

    @Override
    public Duration manifestationTime() {
        return Duration.ZERO;
    }

    @Override
    public DfuStatus manifest() {
        return DfuStatus.OK;
    }

    @Override
    public void abort() {}

    @Override
    public Upload upload(int wBlockNum, long offset, int wanted) {
        int from = (int) Math.min(offset, length);
        return Upload.of(image.slice(from, Math.min(wanted, length - from)));
    }
}
