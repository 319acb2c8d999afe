package usbd4j.stack.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kernel's asynchronous I/O, here on a file. */
class AsyncIoTest {
    @TempDir
    private Path directory;

    @AutoClose
    private final AsyncIo asyncIo = new AsyncIo();

    @AutoClose
    private final WakeUp wakeUp = new WakeUp();

    @AutoClose
    private final FileDescriptor attribute = FileDescriptor.openForReading(Path.of("/sys/class/net/lo/operstate"));

    @AutoClose
    private final Poll poll = new Poll(wakeUp, attribute);

    @AutoClose
    private FileDescriptor file;

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(16);
    private final List<Integer> results = new ArrayList<>();
    private Path path;

    @BeforeEach
    void open() throws IOException {
        poll.watch(asyncIo.completions());
        path = Files.writeString(directory.resolve("file"), "hello, world");
        file = FileDescriptor.openForBothWithoutWaiting(path);
    }

    @Test
    void readsIntoAPartOfTheBuffer() {
        AsyncOperation read = asyncIo.operation(file, false, buffer, this::keep);
        asyncIo.submit(read, 4, 5);
        awaitResults(1);

        byte[] bytes = new byte[5];
        buffer.get(4, bytes);
        assertThat(results).containsExactly(5);
        assertThat(bytes).asString().isEqualTo("hello");
    }

    @Test
    void writesAPartOfTheBuffer() {
        AsyncOperation write = asyncIo.operation(file, true, buffer, this::keep);
        buffer.put(3, new byte[] {'H', 'E'});
        asyncIo.submit(write, 3, 2);
        awaitResults(1);

        assertThat(results).containsExactly(2);
        assertThat(path).hasContent("HEllo, world");
    }

    @Test
    void startsAtOnceIfNoOtherOperationIsInProgress() {
        buffer.put(0, (byte) 'J');
        asyncIo.submit(asyncIo.operation(file, true, buffer, this::keep), 0, 1);

        assertThat(path).hasContent("Jello, world");
    }

    @Test
    void anOperationCanBeReused() {
        AsyncOperation read = asyncIo.operation(file, false, buffer, this::keep);
        // Often enough to wrap around the completion ring several times.
        for (int i = 1; i <= 8000; i++) {
            asyncIo.submit(read, 0, i % 8);
            awaitResults(i);
        }

        assertThat(results).hasSize(8000).endsWith(7, 0);
    }

    @Test
    void reportsSeveralAtOnceInTheOrderOfCompletion() {
        for (int length = 1; length <= 100; length++) {
            asyncIo.submit(asyncIo.operation(file, false, buffer, this::keep), 0, length % 13);
        }
        awaitResults(100);

        assertThat(results).hasSize(100).startsWith(1, 2, 3).endsWith(8, 9);
    }

    @Test
    void reportsNothingAfterClose() {
        asyncIo.submit(asyncIo.operation(file, false, buffer, this::keep), 0, 1);
        asyncIo.flush();
        asyncIo.close();
        asyncIo.tellCompletions();

        assertThat(results).isEmpty();
    }

    @Test
    void reportsErrorsAsNegativeNumbers() throws IOException {
        try (FileDescriptor readOnly = FileDescriptor.openForReading(path)) {
            AsyncOperation write = asyncIo.operation(readOnly, true, buffer, this::keep);

            asyncIo.submit(asyncIo.operation(file, false, buffer, this::keep), 0, 1);
            asyncIo.submit(write, 0, 1);
            asyncIo.submit(asyncIo.operation(file, false, buffer, this::keep), 0, 2);
            awaitResults(3);

            assertThat(results).containsExactlyInAnyOrder(1, -Errno.EBADF.number(), 2);
        }
    }

    @Test
    void moreOperationsThanTheListHoldsCanBeSubmitted() {
        for (int i = 0; i < 300; i++) {
            asyncIo.submit(asyncIo.operation(file, false, buffer, this::keep), 0, 1);
        }
        awaitResults(300);

        assertThat(results).hasSize(300).containsOnly(1);
    }

    @Test
    void refusesARangeOutsideTheBuffer() {
        AsyncOperation read = asyncIo.operation(file, false, buffer, this::keep);

        assertThatIllegalArgumentException().isThrownBy(() -> asyncIo.submit(read, 10, 7));
    }

    @Test
    void closingTwiceDoesNothing() {
        asyncIo.close();
        asyncIo.close();

        assertThat(results).isEmpty();
    }

    private void keep(AsyncOperation operation) {
        results.add(operation.result());
    }

    private void awaitResults(int count) {
        while (results.size() < count) {
            asyncIo.flush();
            poll.await(Optional.empty());
            asyncIo.tellCompletions();
        }
    }
}
