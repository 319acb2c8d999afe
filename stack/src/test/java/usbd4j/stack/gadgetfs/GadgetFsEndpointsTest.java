package usbd4j.stack.gadgetfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usbd4j.stack.BusEvent;
import usbd4j.stack.BusListener;
import usbd4j.stack.Outcome;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.Transfer;
import usbd4j.stack.descriptor.EndpointDescriptor;
import usbd4j.stack.linux.Poll;

/** Endpoints whose files are named pipes: what is written to the one for OUT is the host's data. */
class GadgetFsEndpointsTest {
    private static final int BULK = 2;

    @AutoClose
    private final GadgetFsEndpoints endpoints = new GadgetFsEndpoints();

    @AutoClose
    private final Poll poll = new Poll(endpoints.completions().wakeUp());

    @TempDir
    private Path directory;

    @AutoClose
    private FileChannel host;

    private Transfer received;
    private Transfer next;
    private Transfer answer;
    private Transfer nextAnswer;

    @BeforeEach
    void enable() throws IOException, InterruptedException {
        GadgetFsEndpoint in = enabled("in", 0x81);
        GadgetFsEndpoint out = enabled("out", 0x01);
        received = out.transfer(512, each -> {});
        next = out.transfer(512, each -> {});
        answer = in.transfer(512, each -> {});
        nextAnswer = in.transfer(512, each -> {});
        // For both, because to open a pipe for writing alone waits until somebody reads.
        host = FileChannel.open(directory.resolve("out"), StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private GadgetFsEndpoint enabled(String name, int bEndpointAddress) throws IOException, InterruptedException {
        Path file = directory.resolve(name);
        assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor())
                .isZero();
        EndpointDescriptor descriptor = new EndpointDescriptor(bEndpointAddress, BULK, 512, 0);
        GadgetFsEndpoint endpoint = new GadgetFsEndpoint(file, descriptor, descriptor, endpoints.completions());
        endpoints.add(endpoint);
        endpoint.enable();
        return endpoint;
    }

    /** A second transfer completes after the class was told of the first, if at all. */
    @Test
    void answersToAHostThatIsGoneAreDropped() {
        // A named pipe hands out what was written to enable the endpoint.
        received.submit();
        poll.await(Optional.empty());

        endpoints.dropped(new Answerer());

        assertThat(received.outcome()).isEqualTo(Outcome.DONE);
        assertThat(answer.outcome()).isEqualTo(Outcome.DROPPED);
        assertThat(answer.isPending()).as("waits for the next host").isFalse();
        assertThat(nextAnswer.isPending()).as("waits for the next host").isFalse();
    }

    /** As a class does that answers all it receives. */
    private final class Answerer implements BusListener {
        @Override
        public void transferred(Transfer transfer) {
            transfer.tell();
            if (transfer.outcome() != Outcome.DONE) {
                return;
            }
            if (transfer == received) {
                hostSends();
                next.submit();
                answer.submit();
            } else if (transfer == next) {
                nextAnswer.submit();
            }
        }

        private void hostSends() {
            try {
                host.write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void setup(SetupPacket setup) {}

        @Override
        public void givenUp() {}

        @Override
        public void event(BusEvent event) {}

        @Override
        public void alternateSetting(int bInterfaceNumber, int bAlternateSetting) {}
    }
}
