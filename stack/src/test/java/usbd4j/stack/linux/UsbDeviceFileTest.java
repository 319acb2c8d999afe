package usbd4j.stack.linux;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of a file that is no device's; a board test asks a device. */
class UsbDeviceFileTest {
    @Test
    void aDeviceThatIsNotThereCannotBeOpened(@TempDir Path folder) {
        assertThatExceptionOfType(LinuxException.class)
                .isThrownBy(() -> UsbDeviceFile.open(folder.resolve("001")))
                .matches(each -> each.is(Errno.ENOENT));
    }

    @Test
    void aFileOfAnotherKindAnswersNothing() {
        ByteBuffer getDescriptor = ByteBuffer.wrap(new byte[] {(byte) 0x80, 6, 0, 3, 0, 0, (byte) 0xFF, 0});
        try (UsbDeviceFile file = UsbDeviceFile.open(Path.of("/dev/null"))) {
            assertThatExceptionOfType(LinuxException.class)
                    .isThrownBy(() -> file.controlIn(getDescriptor, Duration.ofSeconds(1)))
                    .withMessageStartingWith("cannot get an answer to a control request: ");
        }
    }
}
