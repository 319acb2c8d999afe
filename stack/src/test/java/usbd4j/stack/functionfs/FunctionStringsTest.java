package usbd4j.stack.functionfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import usbd4j.stack.descriptor.AlternateSetting;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.InterfaceDescriptor;
import usbd4j.stack.descriptor.Speed;
import usbd4j.stack.descriptor.UsbConfiguration;
import usbd4j.stack.descriptor.UsbInterface;
import usbd4j.stack.descriptor.UsbString;

class FunctionStringsTest {
    private static final int BEFORE = 3;

    private static Optional<UsbString> text(String text) {
        return Optional.of(UsbString.of(text));
    }

    private static Descriptors device(Optional<UsbString> ofInterface, String... ofAnswers) {
        return Descriptors.of(
                new Identity(0x1209, 0x0001, 0x0100, text("maker"), text("thing"), Optional.empty()),
                List.of(UsbConfiguration.of(
                        List.of(UsbInterface.of(AlternateSetting.of(0xFF, 0, 0).named(ofInterface))))),
                List.of(),
                List.of(ofAnswers).stream().map(UsbString::of).toList());
    }

    private static int iInterface(Descriptors device, FunctionStrings strings, Speed speed) {
        InterfaceDescriptor shown =
                (InterfaceDescriptor) strings.renumbered(device.configuration().descriptors(speed), speed)
                        .get(0);
        return shown.iInterface();
    }

    @Test
    void theDevicesOwnAreNotAmongThem() {
        FunctionStrings strings = FunctionStrings.of(device(text("face"), "answer"), Speed.SUPER);

        assertThat(strings.table().strings()).containsExactly(UsbString.of("answer"), UsbString.of("face"));
    }

    @Test
    void anInterfaceMayHaveTheNameOfTheDevice() {
        Descriptors device = device(text("thing"), "answer");
        FunctionStrings strings = FunctionStrings.of(device, Speed.SUPER);

        assertThat(strings.table().strings()).containsExactly(UsbString.of("answer"), UsbString.of("thing"));
        assertThat(iInterface(device, strings, Speed.HIGH)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"FULL, 2", "HIGH, 2", "SUPER, 2"})
    void anInterfacePointsToTheLast(Speed speed, int iInterface) {
        Descriptors device = device(text("face"), "answer");

        assertThat(iInterface(device, FunctionStrings.of(device, Speed.SUPER), speed))
                .isEqualTo(iInterface);
    }

    /** The kernel drops what comes after the last string that a descriptor points to. */
    @ParameterizedTest
    @CsvSource({"FULL, 0", "HIGH, 0", "SUPER, 2"})
    void withoutANameItDoesSoAtASpeedThatTheControllerDoesNotHave(Speed speed, int iInterface) {
        Descriptors device = device(Optional.empty(), "answer", "another");

        assertThat(iInterface(device, FunctionStrings.of(device, Speed.SUPER), speed))
                .isEqualTo(iInterface);
    }

    @ParameterizedTest
    @CsvSource({"FULL, 0", "HIGH, 0", "SUPER, 0"})
    void withoutStringsItPointsToNone(Speed speed, int iInterface) {
        Descriptors device = device(Optional.empty());

        assertThat(iInterface(device, FunctionStrings.of(device, Speed.SUPER), speed))
                .isEqualTo(iInterface);
    }

    @ParameterizedTest
    @CsvSource({"maker, 1", "thing, 2", "answer, 4", "face, 5"})
    void theHostFindsThemBehindThoseOfTheGadget(String text, int index) {
        Descriptors device = device(text("face"), "answer");
        int declared = device.strings().index(UsbString.of(text));

        assertThat(FunctionStrings.of(device, Speed.SUPER).gadgetIndex(declared, BEFORE))
                .isEqualTo(index);
    }
}
