package usbd4j.stack.gadgetfs;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usbd4j.stack.UsbException;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.Power;
import usbd4j.stack.descriptor.UsbConfiguration;
import usbd4j.stack.descriptor.UsbInterface;

/** Devices that GadgetFS does not support are refused before anything is attached. */
class AttachmentTest {
    private static final UsbConfiguration PLAIN = UsbConfiguration.of(List.of(UsbInterface.of(0xFF, 0, 0)));

    @TempDir
    private Path directory;

    @Test
    void severalConfigurations() {
        assertRefused("the device has 2 configurations, and GadgetFS supports only one", PLAIN, PLAIN);
    }

    @Test
    void remoteWakeUp() {
        assertRefused(
                "the device offers remote wake-up, which GadgetFS does not support",
                new UsbConfiguration(PLAIN.interfaces(), new Power(false, true, 100), Optional.empty()));
    }

    @Test
    void aDirectoryWithoutAController() {
        Attachment attachment = new Attachment(directory, directory, descriptors(PLAIN));

        assertThatExceptionOfType(UsbException.class)
                .isThrownBy(attachment::attach)
                .withMessage("there is no file for a controller in " + directory);
    }

    private void assertRefused(String sentence, UsbConfiguration... configurations) {
        assertThatExceptionOfType(UsbException.class)
                .isThrownBy(() -> new Attachment(directory, directory, descriptors(configurations)))
                .withMessage(sentence);
    }

    private static Descriptors descriptors(UsbConfiguration... configurations) {
        return Descriptors.of(Identity.of(0x1209, 0x0001), List.of(configurations), List.of(), List.of());
    }
}
