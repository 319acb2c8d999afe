package usbd4j.gadget.tracefile;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is put aside when it is full. It always ends with a whole record, also on a disk that is full. */
final class RotatingFile implements AutoCloseable {
    private final Path path;
    private final long limit;
    private FileOutputStream stream;
    private long length;

    /** Creates the file, or replaces it. */
    RotatingFile(Path path, long limit) throws IOException {
        this.path = path;
        this.limit = limit;
        this.stream = open(path);
    }

    private static FileOutputStream open(Path path) throws IOException {
        // First, as it says what is wrong if it cannot; a stream does not.
        Files.write(path, new byte[0]);
        return new FileOutputStream(path.toFile());
    }

    /** Writes whole records, and takes them from the stream. */
    void write(ByteArrayOutputStream records) throws IOException {
        int added = records.size();
        try {
            // With fewer copies than a channel: the device's control transfers wait for the processor meanwhile.
            records.writeTo(stream);
        } catch (IOException e) {
            stream.getChannel().truncate(length);
            throw e;
        } finally {
            records.reset();
        }
        length += added;
    }

    /** {@return whether that many bytes more fill it} */
    boolean isFullWith(int more) {
        return length + more >= limit;
    }

    void rotate() throws IOException {
        stream.close();
        Files.move(path, path.resolveSibling(path.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        stream = open(path);
        length = 0;
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            // What has been written is there.
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
