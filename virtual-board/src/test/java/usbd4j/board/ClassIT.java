package usbd4j.board;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import usbd4j.stack.Direction;
import usbd4j.stack.Recipient;
import usbd4j.stack.RequestType;
import usbd4j.stack.SetupPacket;

/** Other functions than DFU, served by the program. */
class ClassIT {
    private static final SetupPacket GET_TEMPERATURE =
            SetupPacket.of(Direction.IN, RequestType.VENDOR, Recipient.INTERFACE, 1, 0, 0, 2);

    /** Where the configuration has iInterface of its first interface. */
    private static final int I_INTERFACE = 9 + 8;

    @Test
    void loopbackSendsBackWhatTheHostWrites() {
        try (RunningDevice device = RunningDevice.configuredHere("--class", "loopback");
                UsbHost host = UsbHost.of(0x1209, 0x0001)) {
            host.write((byte) 1, (byte) 2, (byte) 3);

            assertThat(host.read(512)).containsExactly(1, 2, 3);
        }
    }

    @Test
    void theVendorsClassAnswersItsRequests() {
        try (RunningDevice device = RunningDevice.configuredHere("--class", "vendor");
                UsbHost host = UsbHost.of(0x1209, 0x0001)) {
            assertThat(host.control(GET_TEMPERATURE))
                    .hasValueSatisfying(answer -> assertThat(answer).containsExactly(0x66, 0x08));
        }
    }

    @Test
    void aClassTakesKeysAndSaysWhoTheDeviceIs() {
        try (RunningDevice device =
                        RunningDevice.configuredHere("--class", "vendor", "--set=class.temperature=5", "--serial=S7");
                UsbHost host = UsbHost.of(0x1209, 0x0001)) {
            assertThat(host.control(GET_TEMPERATURE))
                    .hasValueSatisfying(answer -> assertThat(answer).containsExactly(5, 0));
            assertThat(string(host, 2)).isEqualTo("Thermometer");
            assertThat(string(host, 3)).isEqualTo("S7");
        }
    }

    /** The name of an interface comes right behind the three strings of the device: these are not shown twice. */
    @Test
    void theDevicesStringsAreShownOnce() {
        try (RunningDevice device = RunningDevice.configuredHere("--class", "vendor");
                UsbHost host = UsbHost.of(0x1209, 0x0001)) {
            byte[] configuration =
                    host.control(new SetupPacket(0x80, 6, 0x0200, 0, 255)).orElseThrow();

            assertThat(configuration[I_INTERFACE]).isEqualTo((byte) 4);
            assertThat(string(host, 4)).isEqualTo("Thermometer");
            assertThat(host.control(getString(5))).isEmpty();
        }
    }

    @Test
    void aStringThatOnlyAnswersPointToIsThereWithoutNamedInterfaces() {
        Hermit hermit = new Hermit();
        try (DeviceRig rig = DeviceRig.onFunctionFs(Hermit.IDENTITY, hermit)) {
            byte[] configuration = rig.controlIn(new SetupPacket(0x80, 6, 0x0200, 0, 255));

            assertThat(configuration[I_INTERFACE]).isZero();
            assertThat(hermit.index()).isEqualTo(4);
            assertThat(string(rig.host(), 4)).isEqualTo(Hermit.STRING);
        }
    }

    private static SetupPacket getString(int index) {
        return new SetupPacket(0x80, 6, 3 << 8 | index, 0x0409, 255);
    }

    private static String string(UsbHost host, int index) {
        byte[] descriptor = host.control(getString(index)).orElseThrow();
        return new String(descriptor, 2, descriptor.length - 2, UTF_16LE);
    }
}
