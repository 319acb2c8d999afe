package usbd4j.stack.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import usbd4j.stack.Endpoint;
import usbd4j.stack.Outcome;
import usbd4j.stack.Recipient;
import usbd4j.stack.StandardRequest;
import usbd4j.stack.Transfer;
import usbd4j.stack.UsbClass;
import usbd4j.stack.descriptor.AlternateSetting;
import usbd4j.stack.descriptor.UsbEndpoint;
import usbd4j.stack.descriptor.UsbInterface;

/** Isochronous endpoints in memory: a transfer is what one interval carries, and nothing is repeated. */
class IsochronousTest {
    private static final int IN = 0x81;
    private static final int OUT = 0x02;
    private static final int PER_INTERVAL = 2048;

    private final Stream stream = new Stream();
    private final Host host = Host.attach(stream);

    /** One endpoint each way, in alternate setting 1, as audio and video have them. */
    private static final class Stream implements UsbClass {
        private final List<Outcome> outcomes = new ArrayList<>();
        private List<Endpoint> endpoints = List.of();

        @Override
        public List<UsbInterface> interfaces() {
            AlternateSetting idle = AlternateSetting.of(0xFF, 0, 0);
            return List.of(UsbInterface.of(
                    idle,
                    idle.with(
                            UsbEndpoint.isochronousIn(192, 1),
                            UsbEndpoint.isochronousOut(512, 1).atHighSpeed(1024, 2, 1))));
        }

        @Override
        public void endpoints(List<Endpoint> assigned) {
            endpoints = assigned;
        }

        Transfer submitted(int index, int capacity) {
            Transfer transfer = endpoints.get(index).transfer(capacity, each -> outcomes.add(each.outcome()));
            transfer.submit();
            return transfer;
        }
    }

    @BeforeEach
    void select() {
        host.control(StandardRequest.SET_INTERFACE.setup(Recipient.INTERFACE, 1, 0, 0));
    }

    @Test
    void anIntervalCarriesATransferToTheHost() {
        stream.submitted(0, 192);
        stream.submitted(0, 100);

        assertThat(host.read(IN, 192)).hasSize(192);
        assertThat(host.read(IN, 192)).hasSize(100);
        assertThat(stream.outcomes).containsExactly(Outcome.DONE, Outcome.DONE);
    }

    @Test
    void itCannotBeHalted() {
        assertThatExceptionOfType(StallException.class)
                .isThrownBy(() -> host.control(StandardRequest.SET_FEATURE.setup(Recipient.ENDPOINT, 0, IN, 0)));
    }

    @Test
    void anIntervalWithoutATransferIsEmpty() {
        assertThat(host.read(IN, 192)).isEmpty();
    }

    @Test
    void anIntervalIsATransferFromTheHost() {
        Transfer transfer = stream.submitted(1, PER_INTERVAL);
        host.write(OUT, new byte[1024]);

        assertThat(transfer.outcome()).isEqualTo(Outcome.DONE);
        assertThat(transfer.buffer().remaining()).isEqualTo(1024);
    }

    @Test
    void dataWithoutATransferAreLost() {
        host.write(OUT, (byte) 1);
        Transfer transfer = stream.submitted(1, PER_INTERVAL);
        host.write(OUT, (byte) 2);

        assertThat(transfer.buffer().get()).isEqualTo((byte) 2);
    }

    @Test
    void aTransferHasTheDataOfOneInterval() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stream.submitted(0, 193))
                .withMessage(
                        "the buffer of an isochronous transfer has 193 bytes; the endpoint transfers at most 192 per"
                                + " interval");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stream.submitted(1, 1024))
                .withMessage("the buffer of an OUT transfer has 1024 bytes; its size must be a multiple of 2048");
    }

    @Test
    void theHostSendsNoMoreThanAnIntervalCarries() {
        assertThatIllegalArgumentException().isThrownBy(() -> host.write(OUT, new byte[PER_INTERVAL + 1]));
    }

    @Test
    void isNeverHalted() {
        assertThatIllegalStateException()
                .isThrownBy(() -> stream.endpoints.get(0).halt())
                .withMessage("an isochronous endpoint cannot be halted");
    }
}
