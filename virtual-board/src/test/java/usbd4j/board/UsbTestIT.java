package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.example.SourceSink;

/** The kernel's own tests for devices, its driver {@code usbtest}, against the class that is made for them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UsbTestIT {
    /** The driver takes it for the kernel's own test device, of which it asks the most. */
    private static final Identity GADGET_ZERO = Identity.of(0x0525, 0xA4A0);

    @AutoClose
    private DeviceRig rig;

    @BeforeAll
    void attach() {
        assertThat(Tool.run("modprobe", "usbtest")).isEqualTo(new Tool(0, ""));
        rig = DeviceRig.onFunctionFs(GADGET_ZERO, new SourceSink());
    }

    /** {@return all that the kernel's gadget zero passes with its source and sink} */
    static IntStream cases() {
        return IntStream.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 17, 18, 19, 20, 21, 24, 27, 28, 29);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void passes(int number) {
        assertThat(rig.host().usbTest(number, 100, 2048, 512, 8)).as("errno").isZero();
    }
}
