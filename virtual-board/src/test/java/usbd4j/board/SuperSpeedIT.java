package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
}
