package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import usbd4j.stack.Direction;
import usbd4j.stack.Endpoint;
import usbd4j.stack.Recipient;
import usbd4j.stack.Reply;
import usbd4j.stack.RequestType;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.StandardRequest;
import usbd4j.stack.UsbClass;
import usbd4j.stack.descriptor.AlternateSetting;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.UsbEndpoint;
import usbd4j.stack.descriptor.UsbInterface;
import usbd4j.stack.descriptor.UsbString;

/** What GadgetFS lets through to the device, and FunctionFS does not. */
class GadgetFsIT {
    private static final SetupPacket TO_ENDPOINT =
            SetupPacket.of(Direction.OUT, RequestType.VENDOR, Recipient.ENDPOINT, 7, 0, 0x85, 0);

    private final Settings settings = new Settings();

    @AutoClose
    private final DeviceRig rig = DeviceRig.onGadgetFs(Identity.of(0x1209, 0x0004), settings);

    /**
     * Four alternate settings, each with its name, as DFU has them for memories; an interrupt endpoint, which the controller
     * has under another number than the first.
     */
    private static final class Settings implements UsbClass {
        private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

        @Override
        public List<UsbInterface> interfaces() {
            return List.of(
                    UsbInterface.of(named("zero"), named("one"), named("two"), named("three")),
                    UsbInterface.of(0xFF, 0, 1).with(UsbEndpoint.interruptIn(8, 1)));
        }

        private static AlternateSetting named(String name) {
            return AlternateSetting.of(0xFF, 0, 0).named(Optional.of(UsbString.of(name)));
        }

        @Override
        public void endpoints(List<Endpoint> endpoints) {
            told.add("endpoint 0x%02x".formatted(endpoints.get(0).descriptor().bEndpointAddress()));
        }

        @Override
        public void alternateSetting(int which, int bAlternateSetting, Instant now) {
            told.add("interface %d: setting %d".formatted(which, bAlternateSetting));
        }

        @Override
        public Optional<Reply> control(SetupPacket setup, Instant now) {
            told.add("request %d to endpoint 0x%02x".formatted(setup.bRequest(), setup.target()));
            return Optional.of(Reply.ack());
        }

        String next() throws InterruptedException {
            String next = told.poll(Wait.LIMIT.toSeconds(), TimeUnit.SECONDS);
            assertThat(next).as("what the class is told next").isNotNull();
            return next;
        }
    }

    @Test
    void aClassIsToldWhichAlternateSettingTheHostChose() throws InterruptedException {
        UsbHost host = rig.host();
        host.claim(0);
        host.setInterface(0, 3);

        settings.next();
        assertThat(settings.next()).isEqualTo("interface 0: setting 3");
        assertThat(host.control(StandardRequest.GET_INTERFACE.setup(Recipient.INTERFACE, 0, 0, 1)))
                .hasValueSatisfying(answer -> assertThat(answer).containsExactly(3));
    }

    @Test
    void stringsComeFromTheDevice() {
        Optional<byte[]> name =
                rig.host().control(StandardRequest.GET_DESCRIPTOR.setup(Recipient.DEVICE, 0x0304, 0x0409, 255));

        assertThat(name)
                .hasValueSatisfying(bytes ->
                        assertThat(bytes).isEqualTo(new byte[] {12, 3, 't', 0, 'h', 0, 'r', 0, 'e', 0, 'e', 0}));
    }

    @Test
    void anEndpointThatTheControllerNumbersOtherwiseIsKnownByItsDeclaredNumber() throws InterruptedException {
        assertThat(settings.next()).as("as the host sees it").isEqualTo("endpoint 0x85");
        assertThat(rig.host().control(TO_ENDPOINT)).isPresent();

        assertThat(settings.next()).as("as the class declared it").isEqualTo("request 7 to endpoint 0x81");
    }

    @Test
    void dataThatAreTooLongAreStalled() {
        SetupPacket write = SetupPacket.of(Direction.OUT, RequestType.VENDOR, Recipient.INTERFACE, 1, 0, 0, 257);

        assertThat(rig.host().control(write, new byte[257])).isEmpty();
    }
}
