package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import usbd4j.stack.Direction;
import usbd4j.stack.Recipient;
import usbd4j.stack.RequestType;
import usbd4j.stack.SetupPacket;

/** Other functions than DFU, served by the program. */
class ClassIT {
    @Test
    void loopbackSendsBackWhatTheHostWrites() {
        try (RunningDevice device = RunningDevice.configured("--class", "loopback");
                UsbHost host = UsbHost.of(0x1209, 0x0001)) {
            host.write((byte) 1, (byte) 2, (byte) 3);

            assertThat(host.read(512)).containsExactly(1, 2, 3);
        }
    }

    @Test
    void theVendorsClassAnswersItsRequests() {
        try (RunningDevice device = RunningDevice.configured("--class", "vendor");
                UsbHost host = UsbHost.of(0x1209, 0x0001)) {
            SetupPacket getTemperature =
                    SetupPacket.of(Direction.IN, RequestType.VENDOR, Recipient.INTERFACE, 1, 0, 0, 2);

            assertThat(host.control(getTemperature))
                    .hasValueSatisfying(answer -> assertThat(answer).containsExactly(0x66, 0x08));
        }
    }
}
