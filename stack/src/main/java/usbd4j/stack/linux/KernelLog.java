package usbd4j.stack.linux;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the kernel says from now on (Documentation/ABI/testing/dev-kmsg). */
public final class KernelLog implements AutoCloseable {
    private static final Path KMSG = Path.of("/dev/kmsg");

    /** The longest record, CONSOLE_EXT_LOG_MAX. */
    private static final int LONGEST = 8192;

    private final FileDescriptor file;

    private KernelLog(FileDescriptor file) {
        this.file = file;
    }

    /** {@return the log, at its end; empty if this user may not read it, or there is none} */
    public static Optional<KernelLog> fromNow() {
        try {
            FileDescriptor file = FileDescriptor.open(KMSG, LibC.O_RDONLY | LibC.O_NONBLOCK);
            int unused = LibC.lseek(file.number(), 0, LibC.SEEK_END);
            return Optional.of(new KernelLog(file));
        } catch (LinuxException e) {
            return Optional.empty();
        }
    }

    /** {@return the messages since the last call, or since {@link #fromNow}} */
    public List<String> read() {
        List<String> messages = new ArrayList<>();
        ByteBuffer buffer = ByteBuffer.allocateDirect(LONGEST);
        int length = file.read(buffer, LONGEST);
        // EPIPE: records were overwritten before they were read. The next read has the oldest that is left.
        while (length > 0 || length == -Errno.EPIPE.number()) {
            if (length > 0) {
                messages.add(message(UTF_8.decode(buffer.slice(0, length)).toString()));
            }
            length = file.read(buffer, LONGEST);
        }
        return messages;
    }

    /** {@return the text of a record, whose fields end with a semicolon; the lines after the first are a dictionary} */
    static String message(String record) {
        String line = record.lines().findFirst().orElse("");
        return line.substring(line.indexOf(';') + 1);
    }

    @Override
    public void close() {
        file.close();
    }
}
