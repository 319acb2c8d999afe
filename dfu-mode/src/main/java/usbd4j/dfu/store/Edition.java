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
 * A copy of an image, which is changed here and there. What lies beyond its end counts as filled with one byte, and so the image
 * ends before such bytes.
 */
final class Edition implements NextImage {
    private static final int CHUNK = 1 << 16;

    private final Path directory;
    private final long number;
    private final byte filler;
    private final FileChannel channel;

    Edition(Path directory, long number, Optional<CurrentImage> original, byte filler) throws IOException {
        this.directory = directory;
        this.number = number;
        this.filler = filler;
        channel = FileChannel.open(
                CurrentImage.file(directory, number),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
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
                at += from.transferTo(at, size - at, channel);
            }
        }
    }

    /** {@return so many bytes from an offset on, ready to be read; fewer where the file ends} */
    ByteBuffer read(long offset, int length) throws IOException {
        return ImagePart.read(channel, offset, length);
    }

    void write(long offset, ByteBuffer bytes) throws IOException {
        fill(channel.size(), offset);
        put(offset, bytes);
    }

    /** Puts the filler in place of bytes. */
    void erase(long offset, long length) throws IOException {
        long size = channel.size();
        if (offset + length >= size) {
            channel.truncate(Math.min(offset, size));
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

    private void put(long offset, ByteBuffer bytes) throws IOException {
        long at = offset;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    @Override
    public CurrentImage complete() throws IOException {
        channel.truncate(lengthWithoutFiller());
        channel.force(true);
        long length = channel.size();
        String sha256 = Sha256.of(channel);
        channel.close();
        return new CurrentImage(number, length, sha256);
    }

    private long lengthWithoutFiller() throws IOException {
        for (long end = channel.size(); end > 0; ) {
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

    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            channel.close();
            Files.deleteIfExists(CurrentImage.file(directory, number));
        }
    }
}
