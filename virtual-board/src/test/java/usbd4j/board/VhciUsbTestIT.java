package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The kernel's own tests for devices through {@code vhci-hcd}, all of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VhciUsbTestIT {
    private final Preemption full = Preemption.full();

    @AutoClose
    private DeviceRig rig;

    @BeforeAll
    void attach() {
        rig = UsbTestReport.sourceSink(UsbTestReport.Bus.VHCI);
    }

    @AfterAll
    void leavePreemption() {
        full.close();
    }

    @ParameterizedTest
    @EnumSource
    void passes(UsbTestCase test) {
        assertThat(test.run(rig.host(), 100)).as("errno").isZero();
    }
}
