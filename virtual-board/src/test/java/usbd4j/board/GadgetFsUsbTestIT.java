package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * The kernel's own tests for devices through GadgetFS. Control data are not tried: they may have 256 bytes, the tests want
 * more, and a host that reads back at once what it has written is faster than GadgetFS hands it over.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GadgetFsUsbTestIT {
    @AutoClose
    private DeviceRig rig;

    @BeforeAll
    void attach() {
        rig = UsbTestReport.sourceSink(UsbTestReport.Bus.GADGETFS);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"CONTROL_OUT", "CONTROL_OUT_ODD"})
    void passes(UsbTestCase test) {
        assertThat(test.run(rig.host(), 100)).as("errno").isZero();
    }
}
