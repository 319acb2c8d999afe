package usbd4j.dfu.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Reads a part of an image file. */
final class ImagePart {
    private ImagePart() {}

    /** {@return bytes from an offset, ready to be read; fewer at the end of the file} */
    static ByteBuffer read(FileChannel file, long offset, int length) throws IOException {
        ByteBuffer part = ByteBuffer.allocate(length);
        int count = 0;
        while (part.hasRemaining() && count >= 0) {
            count = file.read(part, offset + part.position());
        }
        return part.flip();
    }
}
