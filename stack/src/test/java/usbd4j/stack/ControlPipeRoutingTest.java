package usbd4j.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import usbd4j.stack.descriptor.UsbInterface;
import usbd4j.stack.example.Loopback;
import usbd4j.stack.memory.Host;
import usbd4j.stack.memory.StallException;

/** Who is asked what. */
class ControlPipeRoutingTest {
    private final SameAnswer silent = SameAnswer.none();
    private final SameAnswer one = SameAnswer.of(data(1));
    private final SameAnswer two = SameAnswer.of(data(2));

    @Test
    void offersAnInterfaceRequestOnlyToItsOwner() {
        SetupPacket toInterface1 = Requests.in(Recipient.INTERFACE, 1, 1);

        assertThat(Host.attach(one, two).controlIn(toInterface1)).containsExactly(2);
        assertThat(one.asked()).isEmpty();
        assertThat(two.asked()).containsExactly(toInterface1);
    }

    @Test
    void doesNotOfferTheOwnersRequestToOtherClasses() {
        Host host = Host.attach(silent, one);

        assertStall(host, Requests.in(Recipient.INTERFACE, 0, 1));
        assertThat(one.asked()).isEmpty();
    }

    @Test
    void aClassOwnsAllItsInterfaces() {
        UsbClass owner = new UsbClass() {
            @Override
            public List<UsbInterface> interfaces() {
                return List.of(UsbInterface.of(0xFF, 0, 0), UsbInterface.of(0xFF, 0, 1));
            }
        };
        Host host = Host.attach(owner, one);

        assertStall(host, Requests.in(Recipient.INTERFACE, 1, 1));
        assertThat(host.controlIn(Requests.in(Recipient.INTERFACE, 2, 1))).containsExactly(1);
    }

    @Test
    void anInterfaceIsKnownByTheNumberThatItsClassAsksFor() {
        UsbClass owner = new UsbClass() {
            @Override
            public List<UsbInterface> interfaces() {
                return List.of(UsbInterface.of(0xFE, 1, 1).at(3));
            }

            @Override
            public Optional<Reply> control(SetupPacket setup, Instant now) {
                return Optional.of(data(3));
            }
        };
        Host host = Host.attach(one, owner, two);

        assertThat(host.controlIn(Requests.in(Recipient.INTERFACE, 0, 1))).containsExactly(1);
        assertThat(host.controlIn(Requests.in(Recipient.INTERFACE, 3, 1))).containsExactly(3);
        assertThat(host.controlIn(Requests.in(Recipient.INTERFACE, 4, 1))).containsExactly(2);
        assertStall(host, Requests.in(Recipient.INTERFACE, 1, 1));
    }

    @Test
    void ignoresTheHighByteOfWIndex() {
        assertThat(Host.attach(one, two).controlIn(Requests.in(Recipient.INTERFACE, 0x0101, 1)))
                .containsExactly(2);
    }

    @Test
    void stallsARequestToAnUnknownInterface() {
        Host host = Host.attach(one, two);

        assertStall(host, Requests.in(Recipient.INTERFACE, 2, 1));
        assertThat(one.asked()).isEmpty();
        assertThat(two.asked()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "INTERFACE")
    void offersARequestWithoutOwnerToAllClassesInOrder(Recipient recipient) {
        SetupPacket request = Requests.in(recipient, 0, 1);

        assertThat(Host.attach(silent, one, two).controlIn(request)).containsExactly(1);
        assertThat(silent.asked()).containsExactly(request);
        assertThat(two.asked()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void stallsARequestThatNoClassSupports(Recipient recipient) {
        assertStall(Host.attach(silent), Requests.in(recipient, 0, 1));
    }

    @Test
    void aDeviceWithoutClassesStalls() {
        assertStall(Host.attach(), Requests.out(Recipient.DEVICE, 0, 0));
    }

    @Test
    void answersStandardRequestsBeforeTheClasses() {
        SetupPacket getDescriptor = StandardRequest.GET_DESCRIPTOR.setup(Recipient.DEVICE, 0x0100, 0, 18);

        assertThat(Host.attach(one).controlIn(getDescriptor)).hasSize(18);
        assertThat(one.asked()).isEmpty();
    }

    @Test
    void offersAnUnsupportedStandardRequestToTheClasses() {
        SetupPacket getReportDescriptor = StandardRequest.GET_DESCRIPTOR.setup(Recipient.INTERFACE, 0x2200, 0, 18);

        assertThat(Host.attach(one).controlIn(getReportDescriptor)).containsExactly(1);
    }

    @Test
    void offersAnEndpointRequestOnlyToItsOwner() {
        Host host = Host.attach(one, new Loopback(), two);

        assertStall(host, Requests.in(Recipient.ENDPOINT, 0x81, 1));
        assertThat(one.asked()).isEmpty();
        assertThat(two.asked()).isEmpty();
    }

    @Test
    void stallsARequestToAnUnknownEndpoint() {
        Host host = Host.attach(one, new Loopback());

        assertStall(host, Requests.in(Recipient.ENDPOINT, 0x83, 1));
        assertThat(one.asked()).isEmpty();
    }

    private static Reply data(int value) {
        return Reply.data(ByteBuffer.wrap(new byte[] {(byte) value}));
    }

    private static void assertStall(Host host, SetupPacket setup) {
        assertThatExceptionOfType(StallException.class)
                .isThrownBy(() -> host.control(setup))
                .withMessage("no class supports this request");
    }
}
