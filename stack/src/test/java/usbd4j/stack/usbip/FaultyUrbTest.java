package usbd4j.stack.usbip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import usbd4j.stack.example.Loopback;
import usbd4j.stack.fault.FaultyEndpoints;
import usbd4j.stack.fault.TransferFault;
import usbd4j.stack.fault.Trigger;
import usbd4j.stack.linux.Errno;
import usbd4j.stack.usbip.UsbIpClient.Answer;

/** What the host's URBs become on an endpoint that misbehaves. */
class FaultyUrbTest {
    private static final int IN = 0x81;

    private static UrbRig rig(TransferFault fault) {
        Trigger first = new Trigger(any -> true, 1, 1, 1, 1, 0);
        return new UrbRig(
                bus -> new FaultyEndpoints(bus, IN, fault, first, "fault", InstantSource.system()), new Loopback());
    }

    @Test
    void anUrbOfADeviceThatBabblesEndsWithAnOverflowAndHasNoData() {
        try (UrbRig rig = rig(new TransferFault.Babble())) {
            rig.write((byte) 1, (byte) 2);

            Answer babble = rig.host().transfer(IN, 0, 512);

            assertThat(babble.status()).isEqualTo(-Errno.EOVERFLOW.number());
            assertThat(babble.length()).isZero();
            assertThat(rig.read(512)).containsExactly(1, 2);
        }
    }

    @Test
    void anUrbOfAHaltedEndpointIsStalled() {
        try (UrbRig rig = rig(new TransferFault.Halt())) {
            rig.write((byte) 1, (byte) 2);

            assertThat(rig.host().transfer(IN, 0, 512).status()).isEqualTo(UsbIpClient.STALLED);
        }
    }

    @Test
    void anUrbOfATransferThatIsCutIsShort() {
        try (UrbRig rig = rig(new TransferFault.Cut(1))) {
            rig.write((byte) 1, (byte) 2);

            assertThat(rig.read(512)).containsExactly(1);
        }
    }
}
