package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import usbd4j.dfu.DfuRequest;
import usbd4j.dfu.DfuState;
import usbd4j.stack.Direction;
import usbd4j.stack.Recipient;
import usbd4j.stack.RequestType;
import usbd4j.stack.SetupPacket;

/** A host that sends what no host should: it gets a stall or just what there is, and the device goes on. */
class BadHostIT {
    /** The longest data stage that usbfs sends, and the longest that a gadget's kernel takes (USB_COMP_EP0_BUFSIZ). */
    private static final int LONGEST = 4096;

    @Test
    void nothingItSendsStopsTheDevice() {
        try (RunningDevice device = RunningDevice.configuredHere("--no-will-detach");
                UsbHost host = UsbHost.of(0x1209, 0x0001)) {
            for (int bRequest = 0; bRequest <= 0xFF; bRequest++) {
                for (Direction direction : Direction.values()) {
                    for (RequestType type : RequestType.values()) {
                        if (isForTheDevice(type, bRequest)) {
                            host.control(SetupPacket.of(direction, type, Recipient.INTERFACE, bRequest, 0, 0, 0));
                        }
                    }
                }
            }
            assertThat(RunTime.state(host)).isEqualTo(DfuState.APP_IDLE);
        }
    }

    /** Standard requests could take the configuration back; DETACH of no milliseconds is the run-time's own business. */
    private static boolean isForTheDevice(RequestType type, int bRequest) {
        return type != RequestType.STANDARD && bRequest != DfuRequest.DETACH.code();
    }

    @Test
    void aLongGetStatusGetsSixBytes() {
        try (RunningDevice device = RunningDevice.configuredHere();
                UsbHost host = UsbHost.of(0x1209, 0x0001)) {
            assertThat(host.control(DfuRequest.GETSTATUS.setup(0, 0, LONGEST)))
                    .hasValueSatisfying(answer -> assertThat(answer).containsExactly(0, 0, 0, 0, 0, 0));
            assertThat(host.control(DfuRequest.GETSTATUS.setup(0, 0, 1)))
                    .hasValueSatisfying(answer -> assertThat(answer).containsExactly(0));
        }
    }

    @Test
    void aDetachWithADataStageIsStalledAndChangesNothing() {
        try (RunningDevice device = RunningDevice.configuredHere("--no-will-detach");
                UsbHost host = UsbHost.of(0x1209, 0x0001)) {
            assertThat(host.control(DfuRequest.DETACH.setup(0, 1000, 2), (byte) 1, (byte) 2))
                    .isEmpty();
            assertThat(RunTime.state(host)).isEqualTo(DfuState.APP_IDLE);
        }
    }

    @Test
    void aLongDownloadIsStalled() {
        try (RunningDevice device = RunningDevice.configuredHere();
                UsbHost host = UsbHost.of(0x1209, 0x0001)) {
            assertThat(host.control(DfuRequest.DNLOAD.setup(0, 0, LONGEST), new byte[LONGEST]))
                    .isEmpty();
            assertThat(RunTime.state(host)).isEqualTo(DfuState.APP_IDLE);
        }
    }

    @Test
    void theFunctionalDescriptorCanBeHadFromTheInterface() {
        try (RunningDevice device = RunningDevice.configuredHere("--transfer-size", "1024");
                UsbHost host = UsbHost.of(0x1209, 0x0001)) {
            Optional<byte[]> descriptor = host.control(
                    SetupPacket.of(Direction.IN, RequestType.STANDARD, Recipient.INTERFACE, 6, 0x2100, 0, 255));

            assertThat(descriptor)
                    .hasValueSatisfying(
                            bytes -> assertThat(bytes).containsExactly(9, 0x21, 0x0F, 0xE8, 0x03, 0x00, 0x04, 0x10, 1));
        }
    }
}
