package usbd4j.dfu.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A part of a file with an image. */
final class ImagePart {
    private ImagePart() {}

    /** {@return so many bytes from an offset on, ready to be read; fewer where the file ends} */
    static ByteBuffer read(FileChannel file, long offset, int length) throws IOException {
        ByteBuffer part = ByteBuffer.allocate(length);
        int count = 0;
        while (part.hasRemaining() && count >= 0) {
            count = file.read(part, offset + part.position());
        }
        return part.flip();
    }
}
