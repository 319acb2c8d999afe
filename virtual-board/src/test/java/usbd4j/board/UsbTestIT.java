package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The kernel's own tests for devices, its driver {@code usbtest}, against the class that is made for them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UsbTestIT {
    private static final int ROUNDS = 20;

    /** Of 20 rounds each allocated byte that is kept would be there a thousand times. */
    private static final long A_LITTLE_HEAP = 128 * 1024;

    @AutoClose
    private DeviceRig rig;

    @BeforeAll
    void attach() {
        rig = UsbTestReport.sourceSink(UsbTestReport.Bus.FUNCTIONFS);
    }

    @ParameterizedTest
    @Tag("short")
    @EnumSource
    void passes(UsbTestCase test) {
        assertThat(test.run(rig.host(), 100)).as("errno").isZero();
    }

    @Test
    void manyRoundsLeaveNothingBehind() {
        round();
        Footprint first = Footprint.now();
        for (int count = 2; count <= ROUNDS; count++) {
            round();
        }
        Footprint last = Footprint.now();

        assertThat(last.threads()).as("threads").isEqualTo(first.threads());
        assertThat(last.files()).as("file descriptors").isEqualTo(first.files());
        assertThat(last.heap()).as("heap").isLessThan(first.heap() + A_LITTLE_HEAP);
    }

    private void round() {
        for (UsbTestCase test : UsbTestCase.values()) {
            assertThat(test.run(rig.host(), 10))
                    .as("errno of case %d", test.number())
                    .isZero();
        }
    }
}
