package usbd4j.dfu.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import usbd4j.dfu.DfuStatus;

/** An image on its way in: a file that nothing refers to yet. */
final class Download implements NextImage {
    private final Path directory;
    private final long number;
    private final FileChannel channel;
    private final Sha256 sha256 = new Sha256();
    private long length;

    Download(Path directory, long number) throws IOException {
        this.directory = directory;
        this.number = number;
        this.channel = FileChannel.open(
                CurrentImage.file(directory, number),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
    }

    long length() {
        return length;
    }

    void append(ByteBuffer block) throws IOException {
        sha256.add(block);
        length += block.remaining();
        while (block.hasRemaining()) {
            channel.write(block);
        }
    }

    DfuStatus verify(Verification verification) throws IOException {
        return verification.verify(channel);
    }

    @Override
    public CurrentImage complete() throws IOException {
        channel.force(true);
        channel.close();
        return new CurrentImage(number, length, sha256.sum());
    }

    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            channel.close();
            Files.deleteIfExists(CurrentImage.file(directory, number));
        }
    }
}
