package usbd4j.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import usbd4j.stack.descriptor.EndpointDescriptor;

class TransferTest {
    private final List<Boolean> pendingWhenTold = new ArrayList<>();
    private final Received transfer = new Received();

    /** A transfer of data from the host. */
    private final class Received extends Transfer {
        Received() {
            super(
                    new EndpointDescriptor(0x01, 2, 512, 0),
                    ByteBuffer.allocate(512),
                    told -> pendingWhenTold.add(told.isPending()));
        }

        @Override
        protected void start() {}

        void completes() {
            buffer().limit(3);
            end(Outcome.DONE);
        }
    }

    /** Another transfer's callback may come first, and must not submit this one, which would lose its data. */
    @Test
    void itIsPendingUntilTheClassIsToldOfIt() {
        transfer.submit();
        transfer.completes();
        assertThat(transfer.isPending()).isTrue();
        assertThatIllegalStateException().isThrownBy(transfer::submit);
        assertThat(transfer.buffer().remaining()).isEqualTo(3);

        transfer.tell();
        assertThat(pendingWhenTold).containsExactly(false);
        assertThat(transfer.isPending()).isFalse();
    }
}
