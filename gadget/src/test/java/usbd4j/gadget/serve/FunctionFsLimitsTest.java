package usbd4j.gadget.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import usbd4j.gadget.Board;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.configfs.GadgetName;
import usbd4j.gadget.device.DeviceDescription;

/** What FunctionFS cannot show is refused there, with the key, before anything is made. */
class FunctionFsLimitsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "run-time.interface-number=0 | this run-time.interface-number is for --bus vhci or usbip: FunctionFS numbers interfaces itself",
                "run-time.functional-place='before-alternates' | this run-time.functional-place is for --bus vhci or usbip: FunctionFS takes",
                "run-time.functional-length=7 | this run-time.functional-length is for --bus vhci or usbip: FunctionFS takes",
                "run-time.interface-class=0xff | this run-time.interface-class is for --bus vhci or usbip: FunctionFS takes",
                "run-time.interface-subclass=2 | this run-time.interface-subclass is for --bus vhci or usbip: FunctionFS takes",
                "dfu-mode.functional-length=7 | this dfu-mode.functional-length is for --bus vhci or usbip: FunctionFS takes",
            })
    void whatFunctionFsCannotShowIsRefused(String setting, String sentence) {
        DeviceDescription device = PersonaInMemory.described(setting, "run-time.on-detach='dfu-mode'");

        assertThatExceptionOfType(GadgetException.class)
                .isThrownBy(() -> place(BusKind.FUNCTIONFS).require(device))
                .withMessageStartingWith(sentence)
                .satisfies(e -> assertThat(e.status()).isEqualTo(ExitStatus.USAGE));
        assertThatCode(() -> place(BusKind.VHCI).require(device)).doesNotThrowAnyException();
        assertThatCode(() -> place(BusKind.USBIP).require(device)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run-time.interface-protocol=0",
                "run-time.functional-place='absent'",
                "run-time.functional-place='after-each-alternate'",
            })
    void theRestIsTaken(String setting) {
        assertTaken(setting);
    }

    @Test
    void aDescriptorThatIsAbsentMayHaveAnyLengthAndClass() {
        assertTaken(
                "run-time.functional-place='absent'", "run-time.functional-length=7", "run-time.interface-class=0xff");
    }

    @Test
    void aDfuModeThatIsNeverServedMayBeAnything() {
        assertTaken("dfu-mode.interface-number=3");
    }

    private static void assertTaken(String... settings) {
        DeviceDescription device = PersonaInMemory.described(settings);

        assertThatCode(() -> place(BusKind.FUNCTIONFS).require(device)).doesNotThrowAnyException();
    }

    private static Place place(BusKind bus) {
        return new Place(
                Board.linux(),
                new GadgetName("usbd4j"),
                Optional.empty(),
                new ServedBus(bus),
                Optional.empty(),
                Path.of("store"),
                false);
    }
}
