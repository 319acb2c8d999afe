package usbd4j.gadget.tracefile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that is put aside when it is full. It always ends with a whole record, also on a disk that is full. */
final class RotatingFile implements AutoCloseable {
    private final Path path;
    private final long limit;
    private FileChannel channel;
    private long length;

    /** Creates the file, or replaces it. */
    RotatingFile(Path path, long limit) throws IOException {
        this.path = path;
        this.limit = limit;
        this.channel = open(path);
    }

    private static FileChannel open(Path path) throws IOException {
        return FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** Writes whole records, and takes them from the stream. */
    void write(ByteArrayOutputStream records) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(records.toByteArray());
        records.reset();
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            channel.truncate(length);
            throw e;
        }
        length += bytes.limit();
    }

    /** {@return whether that many bytes more fill it} */
    boolean isFullWith(int more) {
        return length + more >= limit;
    }

    void rotate() throws IOException {
        channel.close();
        Files.move(path, path.resolveSibling(path.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        channel = open(path);
        length = 0;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // What has been written is there.
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
