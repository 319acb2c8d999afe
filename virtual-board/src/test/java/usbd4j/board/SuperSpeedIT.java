package usbd4j.board;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.example.Loopback;

/** A controller that is faster than USB 2.0. */
class SuperSpeedIT {
    private static final Tool DONE = new Tool(0, "");

    @BeforeEach
    void replaceTheController() {
        assertThat(Tool.run("modprobe", "-r", "dummy_hcd")).isEqualTo(DONE);
        assertThat(Tool.run("modprobe", "dummy_hcd", "is_super_speed=1")).isEqualTo(DONE);
    }

    @AfterEach
    void restoreTheController() {
        assertThat(Tool.run("modprobe", "-r", "dummy_hcd")).isEqualTo(DONE);
        assertThat(Tool.run("modprobe", "dummy_hcd")).isEqualTo(DONE);
    }

    @Test
    void bulkDataFlow() {
        try (DeviceRig rig = DeviceRig.onFunctionFs(Identity.of(0x1209, 0x0006), new Loopback())) {
            assertThat(rig.host().speed()).as("Mbit/s").isEqualTo("5000");
            rig.host().write(new byte[5000]);

            assertThat(rig.host().read(16 * 1024)).isEqualTo(new byte[5000]);
        }
    }

    /** FunctionFS keeps the string since an interface points to it at full speed, which this host does not choose. */
    @Test
    void aStringThatOnlyAnswersPointToIsThereWithoutNamedInterfaces() {
        Hermit hermit = new Hermit();
        try (DeviceRig rig = DeviceRig.onFunctionFs(Hermit.IDENTITY, hermit)) {
            byte[] configuration = rig.controlIn(new SetupPacket(0x80, 6, 0x0200, 0, 255));
            byte[] string = rig.controlIn(new SetupPacket(0x80, 6, 3 << 8 | hermit.index(), 0x0409, 255));

            assertThat(configuration[9 + 8]).isZero();
            assertThat(new String(string, 2, string.length - 2, UTF_16LE)).isEqualTo(Hermit.STRING);
        }
    }
}
