package usbd4j.stack.usbip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import usbd4j.stack.Endpoint;
import usbd4j.stack.Outcome;
import usbd4j.stack.Recipient;
import usbd4j.stack.Reply;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.StandardRequest;
import usbd4j.stack.Transfer;
import usbd4j.stack.UsbClass;
import usbd4j.stack.UsbDevice;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.UsbEndpoint;
import usbd4j.stack.descriptor.UsbInterface;
import usbd4j.stack.linux.SocketPair;

/** What a class submits for a host that is gone already, before it is told so. */
class LateTransferTest {
    private static final byte MORE = 99;

    private final WiredBus bus = new WiredBus();
    private final UsbDevice device = new UsbDevice(Identity.of(0x1209, 0x0001), List.of(new Talkative()), bus);

    @AfterEach
    void close() {
        device.close();
    }

    @Test
    void isNotSentToTheNextHost() {
        try (UsbIpClient host = plugIn()) {
            host.submit(0x81, 0, new byte[8], 512);
            host.submit(send(1));
        }
        deviceGoesOn();

        try (UsbIpClient next = plugIn()) {
            int number = next.submit(0x81, 0, new byte[8], 512);
            next.submit(send(2));
            deviceGoesOn();

            assertThat(next.answerTo(number).data().array()).containsExactly(2);
        }
    }

    private static SetupPacket send(int what) {
        return new SetupPacket(0x41, 0, what, 0, 0);
    }

    private UsbIpClient plugIn() {
        SocketPair sockets = new SocketPair();
        bus.connect(sockets.second());
        UsbIpClient host = new UsbIpClient(sockets.first());
        host.submit(StandardRequest.SET_CONFIGURATION.setup(Recipient.DEVICE, 1, 0, 0));
        deviceGoesOn();
        return host;
    }

    private void deviceGoesOn() {
        for (int turn = 0; turn < 10; turn++) {
            device.catchUp();
        }
    }

    /** Sends a byte when it is asked to, and more once that is sent. */
    private static final class Talkative implements UsbClass {
        private final List<Transfer> transfers = new ArrayList<>();

        @Override
        public List<UsbInterface> interfaces() {
            return List.of(UsbInterface.of(0xFF, 0, 0).with(UsbEndpoint.bulkIn()));
        }

        @Override
        public void endpoints(List<Endpoint> endpoints) {
            transfers.add(endpoints.get(0).transfer(512, asked -> more(asked.outcome())));
            transfers.add(endpoints.get(0).transfer(512, more -> {}));
        }

        private void more(Outcome outcome) {
            if (outcome == Outcome.DONE) {
                send(1, MORE);
            }
        }

        @Override
        public Optional<Reply> control(SetupPacket setup, Instant now) {
            send(0, setup.wValue());
            return Optional.of(Reply.ack());
        }

        private void send(int which, int what) {
            Transfer transfer = transfers.get(which);
            transfer.buffer().clear().put((byte) what).flip();
            transfer.submit();
        }
    }
}
