package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import usbd4j.stack.BusEvent;
import usbd4j.stack.Direction;
import usbd4j.stack.Endpoint;
import usbd4j.stack.Recipient;
import usbd4j.stack.Reply;
import usbd4j.stack.RequestType;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.UsbClass;
import usbd4j.stack.descriptor.EndpointDescriptor;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.UsbEndpoint;
import usbd4j.stack.descriptor.UsbInterface;

/** What an endpoint of the real FunctionFS does besides carrying data. */
class EndpointIT {
    private static final int EPIPE = 32;
    private static final SetupPacket HALT =
            SetupPacket.of(Direction.OUT, RequestType.VENDOR, Recipient.INTERFACE, 1, 0, 0, 0);
    private static final SetupPacket SEND =
            SetupPacket.of(Direction.OUT, RequestType.VENDOR, Recipient.INTERFACE, 2, 0, 0, 0);
    private static final SetupPacket DESCRIBE =
            SetupPacket.of(Direction.IN, RequestType.VENDOR, Recipient.INTERFACE, 3, 0, 0, 7);

    @AutoClose
    private final DeviceRig rig = DeviceRig.onFunctionFs(Identity.of(0x1209, 0x0003), new Source());

    /** Does to its one endpoint what the host asks for. */
    private static final class Source implements UsbClass {
        private List<Endpoint> endpoints = List.of();

        @Override
        public List<UsbInterface> interfaces() {
            return List.of(UsbInterface.of(0xFF, 0, 0).with(UsbEndpoint.bulkIn(), UsbEndpoint.bulkIn()));
        }

        @Override
        public void endpoints(List<Endpoint> assigned) {
            endpoints = assigned;
        }

        /** No class should do this. */
        @Override
        public void event(BusEvent event, Instant now) {
            if (event == BusEvent.RESET) {
                endpoints.get(0).halt();
                endpoints.get(0).clearHalt();
            }
        }

        @Override
        public Optional<Reply> control(SetupPacket setup, Instant now) {
            Endpoint in = endpoints.get(0);
            if (setup.equals(HALT)) {
                return Optional.of(Reply.ack(done -> in.halt()));
            }
            if (setup.equals(SEND)) {
                return Optional.of(
                        Reply.ack(done -> in.transfer(3, transfer -> {}).submit()));
            }
            if (setup.recipient() == Recipient.ENDPOINT) {
                return Optional.of(Reply.data(ByteBuffer.wrap(new byte[] {(byte) setup.target()})));
            }
            return setup.equals(DESCRIBE)
                    ? Optional.of(Reply.data(in.descriptor().bytes()))
                    : Optional.empty();
        }
    }

    @Test
    void haltedItStallsUntilTheHostClearsThat() {
        UsbHost host = rig.host();
        host.control(HALT);
        assertThat(host.errnoOfRead(512)).isEqualTo(EPIPE);

        host.clearHalt();
        host.control(SEND);

        assertThat(host.read(512)).hasSize(3);
    }

    @Test
    void itIsNotHaltedWithoutAHost() {
        rig.host().reset();
        rig.host().control(SEND);

        assertThat(rig.host().read(512)).hasSize(3);
    }

    @Test
    void aRequestToItNamesItAsTheClassDeclaredIt() {
        UsbHost host = rig.host();
        int second = host.bulkEndpoints(0x80).get(1);
        SetupPacket which = SetupPacket.of(Direction.IN, RequestType.VENDOR, Recipient.ENDPOINT, 4, 0, second, 1);

        assertThat(second).as("as the host sees it").isNotEqualTo(0x82);
        assertThat(host.control(which))
                .hasValueSatisfying(answer -> assertThat(answer).containsExactly(0x82));
    }

    @Test
    void itsDescriptorIsTheOneThatTheHostSees() {
        UsbHost host = rig.host();
        byte[] told = host.control(DESCRIBE).orElseThrow();

        assertThat(told)
                .isEqualTo(new EndpointDescriptor(host.bulkEndpoint(0x80), 2, 512, 0)
                        .bytes()
                        .array());
    }
}
