package usbd4j.gadget.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static usbd4j.gadget.copy.SysfsDevice.raw;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.stack.descriptor.InterfaceDescriptor;

/** Which device is meant, and what is said if it cannot be copied. */
class PluggedDevicesTest {
    @TempDir
    private Path root;

    private SysfsDevice device;

    @BeforeEach
    void plugIn() {
        device = SysfsDevice.inRunTime(root, "3-1").chosen(0, "DFU");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234:5678", "0x1234:0x5678", "3-1"})
    void aDeviceIsFound(String text) {
        assertThat(copy(text)).contains("A copy of 1234:5678");
    }

    @Test
    void aFolderMayBeGivenInFull() {
        assertThat(copy(device.folder().toString())).contains("plugged in at 3-1,");
    }

    @Test
    void whatIsNotThereIsToldWithTheDfuDevicesThatAre() {
        assertRefused("1234:1")
                .hasMessage(
                        "no device 1234:0001 is plugged into this machine; DFU devices that are: 1234:5678 at 3-1 in run-time");
        assertRefused("3-2").hasMessageStartingWith("there is no device 3-2, neither as VID:PID nor as a folder in ");
        assertRefused("3-1:1.0").hasMessageStartingWith("there is no device 3-1:1.0");
        assertRefused("").hasMessageStartingWith("there is no device ");
    }

    @Test
    void aMachineWithoutUsbHasNone() {
        assertThatExceptionOfType(GadgetException.class)
                .isThrownBy(() -> new PluggedDevices(root.resolve("none")).find("1234:5678"))
                .withMessage("no device 1234:5678 is plugged into this machine; no DFU device is");
    }

    @Test
    void twoOfThemAreNamed() {
        SysfsDevice.inRunTime(root, "3-2");

        assertRefused("1234:5678")
                .hasMessage(
                        "1234:5678 is plugged in more than once; write one of these folders in place of it: 3-1, 3-2");
        assertThat(copy("3-2")).contains("plugged in at 3-2,");
    }

    @Test
    void aDeviceWithoutDfuIsRefused() {
        SysfsDevice.of(root, "3-2", 0x1111, 0x2222).configuration(new InterfaceDescriptor(0, 0, 0, 3, 1, 1, 0));

        assertRefused("3-2")
                .hasMessage("1111:2222 at 3-2 has no DFU interface, which is one of class fe/01; DFU devices that are:"
                        + " 1234:5678 at 3-1 in run-time");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1  | 2   | they do not begin with a device descriptor
                    19 | 1   | there is no configuration descriptor at byte 18
                    20 | 28  | configuration 1 has wTotalLength 28, and 27 bytes are there
                    20 | 8   | configuration 1 has wTotalLength 8, and 27 bytes are there
                    20 | 18  | there is no configuration descriptor at byte 36
                    27 | 1   | the descriptor at byte 27 has bLength 1, and 18 bytes are left
                    27 | 0   | the descriptor at byte 27 has bLength 0, and 18 bytes are left
                    36 | 255 | the descriptor at byte 36 has bLength 255, and 9 bytes are left
                    """)
    void brokenDescriptorsAreTold(int at, int value, String sentence) throws IOException {
        byte[] all = Files.readAllBytes(device.folder().resolve("descriptors"));
        all[at] = (byte) value;
        device.attribute("descriptors", all);

        assertRefused("3-1").hasMessage("the descriptors of 3-1 are broken: " + sentence);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 17, 18, 26, 44})
    void cutOffDescriptorsAreTold(int length) throws IOException {
        byte[] all = Files.readAllBytes(device.folder().resolve("descriptors"));
        device.attribute("descriptors", Arrays.copyOf(all, length));

        assertRefused("3-1").hasMessageStartingWith("the descriptors of 3-1 are broken: ");
    }

    @Test
    void anInterfaceDescriptorThatIsTooShortIsTold() {
        SysfsDevice.of(root, "3-2", 0x1111, 0x2222).configuration(raw(8, 4, 0, 0, 0, 0xFE, 1, 1));

        assertRefused("3-2")
                .hasMessage("the descriptors of 3-2 are broken: a descriptor of type 4 has bLength 8, and needs 9");
    }

    private AbstractThrowableAssert<?, GadgetException> assertRefused(String text) {
        GadgetException refusal = catchThrowableOfType(GadgetException.class, () -> copy(text));
        assertThat(refusal.status()).isEqualTo(ExitStatus.NO_PLUGGED_DEVICE);
        return assertThat(refusal);
    }

    private String copy(String text) {
        return DeviceCopy.ofPlugged(device.board(), text, "usbd4j 1.0");
    }
}
