package usbd4j.gadget.serve;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.FakeBoard;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.Mode;
import usbd4j.gadget.configfs.GadgetName;
import usbd4j.gadget.controller.Controllers;
import usbd4j.gadget.device.DeviceDescription;
import usbd4j.stack.descriptor.Speed;

/** Where a device can be shown at a speed that somebody asks for. */
class PlaceTest {
    private static final DeviceDescription DEVICE = PersonaInMemory.described();

    @TempDir
    private Path root;

    @ParameterizedTest
    @EnumSource(names = {"FUNCTIONFS", "GADGETFS"})
    void aFaultOfARequestThatTheKernelAnswersIsNotForThese(BusKind kind) {
        DeviceDescription faulty = PersonaInMemory.described("fault=[{on='SET_INTERFACE', do='stall'}]");

        assertUnusable(
                () -> place(kind, Optional.empty()).require(faulty),
                "a fault on SET_INTERFACE is for --bus vhci or usbip: on %s the kernel answers this request"
                        .formatted(kind.kernelsName()));
    }

    @ParameterizedTest
    @EnumSource(names = {"FUNCTIONFS", "GADGETFS"})
    void aFaultThatBabblesIsNotForThese(BusKind kind) {
        DeviceDescription faulty = PersonaInMemory.described("fault=[{endpoint=0x81, do='babble'}]");

        assertUnusable(
                () -> place(kind, Optional.empty()).require(faulty),
                "a fault that babbles is for --bus vhci or usbip: on %s the controller decides how much it sends"
                        .formatted(kind.kernelsName()));
    }

    @ParameterizedTest
    @EnumSource(names = {"FUNCTIONFS", "VHCI", "USBIP"})
    void aSpeedIsForThese(BusKind kind) {
        assertThatCode(() -> place(kind, Optional.empty()).require(DEVICE)).doesNotThrowAnyException();
    }

    @Test
    void aSpeedIsNotForGadgetFs() {
        assertUnusable(
                () -> place(BusKind.GADGETFS, Optional.empty()).require(DEVICE),
                "--speed is not for --bus gadgetfs: GadgetFS leaves the speed to the controller");
    }

    @Test
    void aSpeedIsNotForAGadgetThatIsThere() {
        assertUnusable(
                () -> place(BusKind.FUNCTIONFS, Optional.of(root)).require(DEVICE),
                "--speed is not for --functionfs: the gadget that is there has a speed, which root may write to its file max_speed");
    }

    @Test
    void anotherIdentityIsNotForAGadgetThatIsThere() {
        assertUnusable(
                () -> place(BusKind.FUNCTIONFS, Optional.of(root))
                        .require(PersonaInMemory.described("fault=[{on='DETACH', do='leave', back-pid=1}]")),
                "a fault with back-vid, back-pid, back-release or back-serial is not for --functionfs: the gadget that is there has"
                        + " the identity that whoever made it gave it");
    }

    @Test
    void aSpeedThatTheControllerDoesNotHaveIsRefused() throws IOException {
        Controllers controllers =
                new Controllers(new FakeBoard(root).controller("a.usb", "").board());

        assertUnusable(
                () -> place(BusKind.FUNCTIONFS, Optional.empty())
                        .site(
                                Mode.RUN_TIME,
                                PersonaInMemory.runTime().persona(),
                                controllers.choose(Optional.empty()),
                                true),
                "--speed: a.usb is at most high-speed, and not super-speed; choose another controller with --udc, or another speed");
    }

    private Place place(BusKind kind, Optional<Path> functionFs) {
        return new Place(
                new FakeBoard(root).board(),
                new GadgetName("usbd4j"),
                Optional.empty(),
                new ServedBus(kind).at(Optional.of(Speed.SUPER)),
                functionFs,
                root.resolve("store"),
                false);
    }

    private static void assertUnusable(ThrowingCallable call, String sentence) {
        assertThatExceptionOfType(GadgetException.class)
                .isThrownBy(call)
                .withMessage(sentence)
                .matches(thrown -> thrown.status() == ExitStatus.USAGE);
    }
}
