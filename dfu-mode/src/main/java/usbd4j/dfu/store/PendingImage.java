package usbd4j.dfu.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** An image in a new file beside the firmware, which it may replace. */
abstract class PendingImage implements AutoCloseable {
    private final Path directory;
    private final long number;
    private final FileChannel channel;

    /** Creates the file, or empties it. */
    PendingImage(Path directory, long number) throws IOException {
        this.directory = directory;
        this.number = number;
        this.channel = FileChannel.open(
                CurrentImage.file(directory, number),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
    }

    final FileChannel channel() {
        return channel;
    }

    /** Writes all bytes to the file, from an offset on. */
    final void put(long offset, ByteBuffer bytes) throws IOException {
        long at = offset;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    /** Called once, when the image is complete: {@return its SHA-256, in hexadecimal} */
    abstract String finished() throws IOException;

    /** Writes the image to the disk, and {@return what the file {@code current} says of it} */
    final CurrentImage complete() throws IOException {
        String sha256 = finished();
        channel.force(true);
        long length = channel.size();
        channel.close();
        return new CurrentImage(number, length, sha256);
    }

    /** Removes the file if the image is not complete. */
    @Override
    public final void close() throws IOException {
        if (channel.isOpen()) {
            channel.close();
            Files.deleteIfExists(CurrentImage.file(directory, number));
        }
    }
}
