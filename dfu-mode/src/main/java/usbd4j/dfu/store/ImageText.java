package usbd4j.dfu.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;

/**
 * An image as text, one character for each byte. The file is mapped, not copied, whatever its size.
 *
 * @param bytes from 0 to limit
 */
record ImageText(ByteBuffer bytes) implements CharSequence {
    /** {@return the text of a file} */
    static ImageText of(FileChannel file) throws IOException {
        return new ImageText(file.map(MapMode.READ_ONLY, 0, file.size()));
    }

    @Override
    public int length() {
        return bytes.limit();
    }

    @Override
    public char charAt(int index) {
        return (char) Byte.toUnsignedInt(bytes.get(index));
    }

    @Override
    public ImageText subSequence(int start, int end) {
        return new ImageText(bytes.slice(start, end - start));
    }

    @Override
    public String toString() {
        return ISO_8859_1.decode(bytes.duplicate().rewind()).toString();
    }
}
