package usbd4j.stack.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDescriptorTest {
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(8);

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void make() throws IOException {
        file = Files.write(directory.resolve("file"), new byte[] {1, 2, 3, 4, 5});
    }

    @Test
    void readsNoMoreThanAskedFor() {
        try (FileDescriptor descriptor = FileDescriptor.openForReading(file)) {
            assertThat(descriptor.read(buffer, 3)).isEqualTo(3);
        }
        assertThat(contents()).containsExactly(1, 2, 3, 0, 0, 0, 0, 0);
    }

    @Test
    void continuesReadingWhereItStopped() {
        try (FileDescriptor descriptor = FileDescriptor.openForReading(file)) {
            descriptor.read(buffer, 3);

            assertThat(descriptor.read(buffer, 8)).isEqualTo(2);
        }
        assertThat(contents()).startsWith(4, 5);
    }

    @Test
    void readsNothingAtTheEnd() throws IOException {
        Files.write(file, new byte[0]);
        try (FileDescriptor descriptor = FileDescriptor.openForReading(file)) {
            assertThat(descriptor.read(buffer, 8)).isZero();
        }
    }

    @Test
    void writesPartsOneBehindTheOther() throws IOException {
        WriteVector parts = new WriteVector(2);
        parts.add(memory(6, 7, 8), 0, 2);
        parts.clear();
        parts.add(memory(1, 2, 3), 0, 3);
        assertThat(parts.isFull()).isFalse();
        parts.add(memory(3, 4, 5), 1, 2);
        assertThat(parts.isFull()).isTrue();
        try (FileDescriptor descriptor = FileDescriptor.openForBoth(file)) {
            assertThat(descriptor.write(parts)).isEqualTo(4);
        }
        assertThat(Files.readAllBytes(file)).containsExactly(1, 2, 3, 4, 5);
    }

    private static NativeMemory memory(int... bytes) {
        NativeMemory memory = NativeMemory.allocate(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            memory.bytes().put(i, (byte) bytes[i]);
        }
        return memory;
    }

    @Test
    void readsFromTheStartEachTime() {
        try (FileDescriptor descriptor = FileDescriptor.openForReading(file)) {
            assertThat(descriptor.readFromStart(buffer)).isEqualTo(5);
            assertThat(descriptor.readFromStart(buffer)).isEqualTo(5);
        }
        assertThat(contents()).startsWith(1, 2, 3, 4, 5);
    }

    @Test
    void fillsTheBufferFromItsPositionWhichStays() {
        buffer.position(2);
        try (FileDescriptor descriptor = FileDescriptor.openForReading(file)) {
            descriptor.read(buffer, 3);
        }

        assertThat(buffer.position()).isEqualTo(2);
        assertThat(contents()).containsExactly(0, 0, 1, 2, 3, 0, 0, 0);
    }

    @Test
    void writesFromTheBuffersPositionWhichStays() {
        buffer.put(new byte[] {6, 7, 8, 9}).position(1);
        try (FileDescriptor descriptor = FileDescriptor.openForBoth(file)) {
            assertThat(descriptor.write(buffer, 2)).isEqualTo(2);
        }

        assertThat(buffer.position()).isEqualTo(1);
        assertThat(file).hasBinaryContent(new byte[] {7, 8, 3, 4, 5});
    }

    @Test
    void fillsMemoryFromItsBeginning() {
        NativeMemory memory = NativeMemory.allocate(8);
        memory.bytes().position(2);
        try (FileDescriptor descriptor = FileDescriptor.openForReading(file)) {
            assertThat(descriptor.read(memory, 3)).isEqualTo(3);
        }

        byte[] contents = new byte[4];
        memory.bytes().get(0, contents);
        assertThat(contents).containsExactly(1, 2, 3, 0);
    }

    @Test
    void writesMemoryFromItsBeginning() {
        NativeMemory memory = NativeMemory.allocate(8);
        memory.bytes().put(new byte[] {6, 7, 8, 9});
        try (FileDescriptor descriptor = FileDescriptor.openForBoth(file)) {
            assertThat(descriptor.write(memory, 2)).isEqualTo(2);
        }

        assertThat(file).hasBinaryContent(new byte[] {6, 7, 3, 4, 5});
    }

    @Test
    void anErrorIsReturnedAsANegativeNumber() {
        try (FileDescriptor descriptor = FileDescriptor.openForReading(directory)) {
            assertThat(descriptor.read(buffer, 1)).isEqualTo(-Errno.EISDIR.number());
        }
    }

    @Test
    void writingToAFileOpenForReadingIsAnError() {
        try (FileDescriptor descriptor = FileDescriptor.openForReading(file)) {
            assertThat(descriptor.write(buffer, 1)).isEqualTo(-Errno.EBADF.number());
        }
    }

    @Test
    void openingAMissingFileFails() {
        assertThatExceptionOfType(LinuxException.class)
                .isThrownBy(() -> FileDescriptor.openForBoth(directory.resolve("missing")))
                .withMessageContaining("ENOENT");
    }

    @Test
    void cannotBeReadAfterClose() {
        FileDescriptor descriptor = FileDescriptor.openForReading(file);
        descriptor.close();

        assertThat(descriptor.read(buffer, 1)).isEqualTo(-Errno.EBADF.number());
    }

    @Test
    void closingTwiceDoesNotCloseAnotherFile() {
        FileDescriptor descriptor = FileDescriptor.openForReading(file);
        descriptor.close();
        try (FileDescriptor other = FileDescriptor.openForReading(file)) {
            descriptor.close();

            assertThat(other.read(buffer, 1)).isEqualTo(1);
        }
        assertThatNoException().isThrownBy(descriptor::close);
    }

    private byte[] contents() {
        byte[] contents = new byte[buffer.capacity()];
        buffer.get(0, contents);
        return contents;
    }
}
