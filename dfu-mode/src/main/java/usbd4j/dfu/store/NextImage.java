package usbd4j.dfu.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** An image that nothing refers to yet: a file that is to take the place of another. */
abstract class NextImage implements AutoCloseable {
    private final Path directory;
    private final long number;
    private final FileChannel channel;

    /** Makes the file, or empties it. */
    NextImage(Path directory, long number) throws IOException {
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

    /** Puts all bytes into the file, from an offset on. */
    final void put(long offset, ByteBuffer bytes) throws IOException {
        long at = offset;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    /** Called once, when all is in the file: {@return its SHA-256, in hexadecimal} */
    abstract String finished() throws IOException;

    /** {@return what refers to the image, which is on the disk now whatever happens} */
    final CurrentImage complete() throws IOException {
        String sha256 = finished();
        channel.force(true);
        long length = channel.size();
        channel.close();
        return new CurrentImage(number, length, sha256);
    }

    /** Removes the file, if it is not complete. */
    @Override
    public final void close() throws IOException {
        if (channel.isOpen()) {
            channel.close();
            Files.deleteIfExists(CurrentImage.file(directory, number));
        }
    }
}
