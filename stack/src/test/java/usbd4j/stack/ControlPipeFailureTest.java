package usbd4j.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import usbd4j.stack.descriptor.UsbInterface;
import usbd4j.stack.memory.Host;
import usbd4j.stack.memory.StallException;

/** A class that throws does not take the device with it. */
class ControlPipeFailureTest {
    private static final SetupPacket TO_INTERFACE = Requests.out(Recipient.INTERFACE, 0, 0);
    private static final SetupPacket WITH_DATA = Requests.out(Recipient.INTERFACE, 0, 1);
    private static final SetupPacket GET_DEVICE_DESCRIPTOR = new SetupPacket(0x80, 6, 0x0100, 0, 18);

    /** Does to a request to its interface what it is told, and knows no other. */
    private record Owner(Supplier<Reply> answer) implements UsbClass {
        @Override
        public List<UsbInterface> interfaces() {
            return List.of(UsbInterface.of(0xFF, 0, 0));
        }

        @Override
        public Optional<Reply> control(SetupPacket setup, Instant now) {
            return setup.recipient() == Recipient.INTERFACE ? Optional.of(answer.get()) : Optional.empty();
        }
    }

    @Test
    void anExceptionOverARequestStallsIt() {
        Host host = Host.attach(new Owner(ControlPipeFailureTest::fail));

        assertThatExceptionOfType(StallException.class)
                .isThrownBy(() -> host.controlOut(TO_INTERFACE))
                .withMessageContaining("as the test wants it");
    }

    @Test
    void theDeviceGoesOnAfterAnExceptionOverARequest() {
        Host host = Host.attach(new Owner(ControlPipeFailureTest::fail));
        assertThatExceptionOfType(StallException.class).isThrownBy(() -> host.controlOut(TO_INTERFACE));

        assertThat(host.controlIn(GET_DEVICE_DESCRIPTOR)).hasSize(18);
    }

    @Test
    void anExceptionOverReceivedDataComesTooLateToStall() {
        Host host = Host.attach(new Owner(() -> Reply.receive(data -> fail())));

        assertThatNoException().isThrownBy(() -> host.controlOut(WITH_DATA, (byte) 1));
        assertThat(host.controlIn(GET_DEVICE_DESCRIPTOR)).hasSize(18);
    }

    @Test
    void anExceptionAfterTheStatusStageComesTooLateToStall() {
        Host host = Host.attach(new Owner(() -> Reply.ack(now -> fail())));

        assertThatNoException().isThrownBy(() -> host.controlOut(TO_INTERFACE));
        assertThat(host.controlIn(GET_DEVICE_DESCRIPTOR)).hasSize(18);
    }

    private static Reply fail() {
        throw new IllegalStateException("as the test wants it");
    }
}
