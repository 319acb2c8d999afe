package usbd4j.stack.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests with a named pipe and an attribute of sysfs that every Linux has. */
class PollTest {
    private static final Optional<Duration> AT_ONCE = Optional.of(Duration.ZERO);
    private static final Optional<Duration> FOR_EVER = Optional.empty();
    private static final Path ATTRIBUTE = Path.of("/sys/class/net/lo/operstate");

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(64);

    @AutoClose
    private final WakeUp wakeUp = new WakeUp();

    @AutoClose
    private final FileDescriptor attribute = FileDescriptor.openForReading(ATTRIBUTE);

    @TempDir
    private Path directory;

    private Path pipe;

    @AutoClose
    private FileDescriptor readable;

    @AutoClose
    private Poll poll;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        pipe = directory.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        readable = FileDescriptor.openForBoth(pipe);
        attribute.readFromStart(buffer);
        poll = new Poll(wakeUp, attribute);
        poll.watch(readable);
    }

    @Test
    void nothingIsReadyAtFirst() {
        poll.await(AT_ONCE);

        assertReady(false, false, false);
    }

    @Test
    void whatWasReadableBeforeIsNoNews() throws IOException {
        Files.write(pipe, new byte[] {1});
        poll.watchForNews(readable);
        poll.await(AT_ONCE);
        assertReady(false, false, false);

        Files.write(pipe, new byte[] {2});
        poll.await(FOR_EVER);
        assertReady(false, true, false);
        poll.watch(readable);
        poll.await(FOR_EVER);
        assertReady(false, true, false);
    }

    @Test
    void whatComesAfterwardsIsNewsAtOnce() throws IOException {
        Files.write(pipe, new byte[] {1});
        poll.watchForNews(readable);
        Files.write(pipe, new byte[] {2});
        poll.await(FOR_EVER);

        assertReady(false, true, false);
    }

    @Test
    void completionsAreNewsToo() throws IOException {
        try (WakeUp completions = new WakeUp()) {
            poll.watch(completions);
            Files.write(pipe, new byte[] {1});
            completions.signal();
            poll.watchForNews(readable);
            poll.await(FOR_EVER);

            assertThat(poll.isCompleted()).isTrue();
        }
    }

    @Test
    void aSignalEndsTheWait() {
        wakeUp.signal();
        poll.await(FOR_EVER);

        assertReady(true, false, false);
    }

    @Test
    void aSignalOnAnotherThreadEndsTheWait() {
        CompletableFuture<Void> wait = CompletableFuture.runAsync(() -> poll.await(FOR_EVER));
        wakeUp.signal();

        assertThat(wait).succeedsWithin(30, TimeUnit.SECONDS);
    }

    @Test
    void aClearedSignalDoesNotEndTheWait() {
        wakeUp.signal();
        wakeUp.clear();
        poll.await(AT_ONCE);

        assertReady(false, false, false);
    }

    @Test
    void severalSignalsAreClearedTogether() {
        wakeUp.signal();
        wakeUp.signal();
        wakeUp.clear();
        poll.await(AT_ONCE);

        assertReady(false, false, false);
    }

    @Test
    void clearingWithoutASignalDoesNotWait() {
        wakeUp.clear();
        poll.await(AT_ONCE);

        assertReady(false, false, false);
    }

    @Test
    void aSignalAfterCloseIsIgnored() {
        wakeUp.close();

        assertThatNoException().isThrownBy(wakeUp::signal);
    }

    @Test
    void aFileWithDataEndsTheWait() throws IOException {
        Files.write(pipe, new byte[] {1});
        poll.await(FOR_EVER);

        assertReady(false, true, false);
    }

    @Test
    void aFileThatWasReadDoesNotEndTheWait() throws IOException {
        Files.write(pipe, new byte[] {1});
        readable.read(buffer, 1);
        poll.await(AT_ONCE);

        assertReady(false, false, false);
    }

    @Test
    void anAttributeThatWasNeverReadEndsTheWait() {
        try (FileDescriptor unread = FileDescriptor.openForReading(ATTRIBUTE)) {
            poll.close();
            poll = new Poll(wakeUp, unread);
            poll.await(FOR_EVER);
        }

        assertReady(false, false, true);
    }

    @Test
    void aFileThatIsNoLongerWatchedDoesNotEndTheWait() throws IOException {
        poll.watchNoFile();
        Files.write(pipe, new byte[] {1});
        poll.await(AT_ONCE);

        assertReady(false, false, false);
    }

    @Test
    void completedOperationsEndOneWait() {
        try (WakeUp completions = new WakeUp()) {
            poll.watch(completions);
            completions.signal();
            poll.await(FOR_EVER);
            assertThat(poll.isCompleted()).isTrue();

            poll.await(AT_ONCE);
            assertThat(poll.isCompleted()).isFalse();

            completions.signal();
            poll.await(FOR_EVER);
            assertThat(poll.isCompleted()).isTrue();
        }
    }

    @Test
    void theTimeoutCanHaveAnyLength() {
        wakeUp.signal();
        poll.await(Optional.of(Duration.ofSeconds(Long.MAX_VALUE)));

        assertReady(true, false, false);
    }

    private void assertReady(boolean isWokenUp, boolean isReadable, boolean isAttributeChanged) {
        assertThat(poll.isWokenUp()).as("woken up").isEqualTo(isWokenUp);
        assertThat(poll.isReadable()).as("readable").isEqualTo(isReadable);
        assertThat(poll.isAttributeChanged()).as("attribute changed").isEqualTo(isAttributeChanged);
    }
}
