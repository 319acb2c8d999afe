package usbd4j.dfu.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * A copy of an image that can be changed anywhere. Beyond its end it reads as the filler, and fillers at the end are not stored.
 */
final class EditedCopy extends PendingImage {
    private static final int CHUNK = 1 << 16;

    private final byte filler;

    EditedCopy(Path directory, long number, Optional<CurrentImage> original, byte filler) throws IOException {
        super(directory, number);
        this.filler = filler;
        try {
            if (original.isPresent() && Files.exists(original.get().file(directory))) {
                copy(original.get().file(directory));
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private void copy(Path original) throws IOException {
        try (FileChannel from = FileChannel.open(original, StandardOpenOption.READ)) {
            long size = from.size();
            for (long at = 0; at < size; ) {
                at += from.transferTo(at, size - at, channel());
            }
        }
    }

    /** {@return bytes from an offset, ready to be read; fewer at the end of the file} */
    ByteBuffer read(long offset, int length) throws IOException {
        return ImagePart.read(channel(), offset, length);
    }

    void write(long offset, ByteBuffer bytes) throws IOException {
        fill(channel().size(), offset);
        put(offset, bytes);
    }

    /** Overwrites bytes with the filler. */
    void erase(long offset, long length) throws IOException {
        long size = channel().size();
        if (offset + length >= size) {
            channel().truncate(Math.min(offset, size));
        } else {
            fill(offset, offset + length);
        }
    }

    private void fill(long from, long end) throws IOException {
        if (from >= end) {
            return;
        }
        byte[] chunk = new byte[(int) Math.min(CHUNK, end - from)];
        Arrays.fill(chunk, filler);
        for (long at = from; at < end; at += chunk.length) {
            put(at, ByteBuffer.wrap(chunk, 0, (int) Math.min(chunk.length, end - at)));
        }
    }

    @Override
    String finished() throws IOException {
        channel().truncate(lengthWithoutFiller());
        return Sha256.of(channel());
    }

    private long lengthWithoutFiller() throws IOException {
        for (long end = channel().size(); end > 0; ) {
            int length = (int) Math.min(CHUNK, end);
            ByteBuffer chunk = read(end - length, length);
            for (int i = length; i > 0; i--) {
                if (chunk.get(i - 1) != filler) {
                    return end - length + i;
                }
            }
            end -= length;
        }
        return 0;
    }
}
