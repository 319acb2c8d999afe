package usbd4j.gadget.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.memory.StallException;

/** What Windows asks a device in DFU mode for. */
class DriverlessDfuModeTest {
    private static final SetupPacket GET_MS_OS_20 = new SetupPacket(0xC0, 'M', 0, 7, 1024);

    private static final byte[] HEADER = {10, 0, 0, 0, 0, 0, 3, 6};

    @TempDir
    private Path store;

    @Test
    void winUsbServesItToo() {
        try (PersonaInMemory device = PersonaInMemory.dfuMode(store, "run-time.winusb=true")) {
            assertThat(device.host().controlIn(GET_MS_OS_20))
                    .startsWith(HEADER)
                    .containsSequence(20, 0, 3, 0, 'W', 'I', 'N', 'U', 'S', 'B', 0, 0);
        }
    }

    @Test
    void winUsbNeedNotServeIt() {
        try (PersonaInMemory device = PersonaInMemory.dfuMode(store, "run-time.winusb=true", "dfu-mode.winusb=false")) {
            assertThatExceptionOfType(StallException.class)
                    .isThrownBy(() -> device.host().controlIn(GET_MS_OS_20));
        }
    }

    @Test
    void winUsbServesEachOfItsInterfaces() {
        try (PersonaInMemory device = PersonaInMemory.dfuMode(
                store,
                "dfu-mode.winusb=true",
                "dfu-mode.memory=[{name='A',size=1},{name='B',size=1}]",
                "dfu-mode.separate-interfaces=true",
                "dfu-mode.interface-number=2")) {
            assertThat(device.host().controlIn(GET_MS_OS_20))
                    .containsSequence(8, 0, 2, 0, 2)
                    .containsSequence(8, 0, 2, 0, 3);
        }
    }
}
