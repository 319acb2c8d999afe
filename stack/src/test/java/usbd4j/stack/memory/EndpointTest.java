package usbd4j.stack.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import usbd4j.stack.Endpoint;
import usbd4j.stack.Outcome;
import usbd4j.stack.Transfer;
import usbd4j.stack.UsbClass;
import usbd4j.stack.descriptor.UsbEndpoint;
import usbd4j.stack.descriptor.UsbInterface;

/** Endpoints in memory: what a host sees of what a class submits. */
class EndpointTest {
    private static final int IN = 0x81;
    private static final int OUT = 0x02;

    private final Pipes pipes = new Pipes();
    private final Host host = Host.attach(pipes);

    /** One endpoint each way, and a list of what was over. */
    private static final class Pipes implements UsbClass {
        private final List<Outcome> outcomes = new ArrayList<>();
        private List<Endpoint> endpoints = List.of();

        @Override
        public List<UsbInterface> interfaces() {
            return List.of(UsbInterface.of(0xFF, 0, 0).with(UsbEndpoint.bulkIn(), UsbEndpoint.bulkOut()));
        }

        @Override
        public void endpoints(List<Endpoint> assigned) {
            endpoints = assigned;
        }

        Endpoint in() {
            return endpoints.get(0);
        }

        Endpoint out() {
            return endpoints.get(1);
        }

        Transfer submitted(Endpoint endpoint, int capacity) {
            Transfer transfer = endpoint.transfer(capacity, each -> outcomes.add(each.outcome()));
            transfer.submit();
            return transfer;
        }
    }

    @Test
    void haveTheAddressesOfTheirDescriptors() {
        assertThat(pipes.in().descriptor().bEndpointAddress()).isEqualTo(IN);
        assertThat(pipes.out().descriptor().bEndpointAddress()).isEqualTo(OUT);
    }

    @Test
    void aShortPacketEndsWhatTheHostReads() {
        pipes.submitted(pipes.in(), 600);

        assertThat(host.read(IN, 4096)).hasSize(600);
        assertThat(pipes.outcomes).containsExactly(Outcome.DONE);
    }

    @Test
    void theHostReadsNoMoreThanItAskedFor() {
        Transfer transfer = pipes.submitted(pipes.in(), 2048);

        assertThat(host.read(IN, 1024)).hasSize(1024);
        assertThat(transfer.isPending()).isTrue();
        assertThat(host.read(IN, 1024)).hasSize(1024);
        assertThat(transfer.isPending()).isFalse();
    }

    @Test
    void aTransferWithoutDataIsAPacketWithoutData() {
        pipes.submitted(pipes.in(), 512);
        pipes.submitted(pipes.in(), 0);

        assertThat(host.read(IN, 4096)).hasSize(512);
        assertThat(pipes.outcomes).containsExactly(Outcome.DONE, Outcome.DONE);
    }

    @Test
    void aShortPacketEndsATransferFromTheHost() {
        Transfer transfer = pipes.submitted(pipes.out(), 1024);
        host.write(OUT, new byte[700]);

        assertThat(transfer.outcome()).isEqualTo(Outcome.DONE);
        assertThat(transfer.buffer().remaining()).isEqualTo(700);
    }

    @Test
    void fullPacketsLeaveRoomForMore() {
        Transfer transfer = pipes.submitted(pipes.out(), 1024);
        host.write(OUT, new byte[512]);
        assertThat(transfer.isPending()).isTrue();
        host.write(OUT);

        assertThat(transfer.outcome()).isEqualTo(Outcome.DONE);
        assertThat(transfer.buffer().remaining()).isEqualTo(512);
    }

    @Test
    void answersNakWithoutASubmittedTransfer() {
        assertThatExceptionOfType(NakException.class).isThrownBy(() -> host.read(IN, 512));
        assertThatExceptionOfType(NakException.class).isThrownBy(() -> host.write(OUT, (byte) 1));
    }

    @Test
    void aHaltedEndpointStallsUntilTheHostClearsThat() {
        pipes.in().halt();
        pipes.submitted(pipes.in(), 1);
        assertThatExceptionOfType(StallException.class).isThrownBy(() -> host.read(IN, 512));
        host.clearHalt(IN);

        assertThat(host.read(IN, 512)).hasSize(1);
    }

    @Test
    void aResetDropsWhatIsSubmitted() {
        pipes.submitted(pipes.in(), 1);
        pipes.submitted(pipes.out(), 512);
        host.reset();

        assertThat(pipes.outcomes).containsExactly(Outcome.DROPPED, Outcome.DROPPED);
    }

    @Test
    void whatIsSubmittedBeforeTheDeviceIsConfiguredWaits() {
        host.deconfigure();
        pipes.submitted(pipes.in(), 5);
        assertThatIllegalStateException().isThrownBy(() -> host.read(IN, 512));
        host.configure(1);

        assertThat(host.read(IN, 512)).hasSize(5);
    }

    @Test
    void aTransferIsSubmittedOnceAtATime() {
        Transfer transfer = pipes.submitted(pipes.in(), 1);

        assertThatIllegalStateException().isThrownBy(transfer::submit);
    }

    @Test
    void thereAreNoOthers() {
        assertThatIllegalArgumentException().isThrownBy(() -> host.read(0x83, 512));
    }

    @Test
    void aTransferFromTheHostHasRoomForWholePackets() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pipes.submitted(pipes.out(), 700))
                .withMessageContaining("700 bytes; its size must be a multiple of 512");
    }
}
