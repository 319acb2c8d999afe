package usbd4j.dfu.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import usbd4j.dfu.DfuStatus;

/** An image that is being downloaded, from its first byte to its last. */
final class IncomingImage extends PendingImage {
    private final Sha256 sha256 = new Sha256();
    private long length;

    IncomingImage(Path directory, long number) throws IOException {
        super(directory, number);
    }

    long length() {
        return length;
    }

    void append(ByteBuffer block) throws IOException {
        sha256.add(block);
        long offset = length;
        length += block.remaining();
        put(offset, block);
    }

    DfuStatus verify(Verification verification) throws IOException {
        return verification.verify(channel());
    }

    @Override
    String finished() {
        return sha256.sum();
    }
}
