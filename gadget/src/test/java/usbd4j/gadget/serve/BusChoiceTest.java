package usbd4j.gadget.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usbd4j.gadget.FakeBoard;
import usbd4j.gadget.configfs.GadgetName;
import usbd4j.gadget.transcript.ConsoleLoggerFinder;

/** {@code --bus auto}: on a machine without a controller where this user may plug a device in, unless a test says otherwise. */
class BusChoiceTest {
    private static final String FUNCTION = "function=[{kind=\"acm\", name=\"usb0\"}]";

    @TempDir
    private Path root;

    private FakeBoard fake;

    @BeforeEach
    void make() throws IOException {
        fake = new FakeBoard(root).modules("vhci-hcd").asRoot();
    }

    @Test
    void aMachineWithoutAControllerIsItsOwnHost() {
        assertThat(of(nothing())).isEqualTo(BusKind.VHCI);
    }

    @Test
    void withAControllerItIsFunctionFs() throws IOException {
        fake.controller("a.usb", "");

        assertThat(of(nothing())).isEqualTo(BusKind.FUNCTIONFS);
    }

    @Test
    void aControllerThatIsHeldIsOneToo() throws IOException {
        fake.controller("a.usb", "g_zero");

        assertThat(of(nothing())).isEqualTo(BusKind.FUNCTIONFS);
    }

    @Test
    void whoMayNotPlugInGetsFunctionFs() throws IOException {
        fake.asNobody();

        assertThat(of(nothing())).isEqualTo(BusKind.FUNCTIONFS);
    }

    @Test
    void withoutVhciItIsFunctionFs() throws IOException {
        fake.modules();

        assertThat(of(nothing())).isEqualTo(BusKind.FUNCTIONFS);
    }

    @Test
    void whoNamesAControllerGetsFunctionFs() {
        assertThat(of(asking(Optional.of("a.usb"), Optional.empty(), false))).isEqualTo(BusKind.FUNCTIONFS);
    }

    @Test
    void whoHasPreparedFunctionFsGetsIt() {
        assertThat(of(asking(Optional.empty(), Optional.of(root), false))).isEqualTo(BusKind.FUNCTIONFS);
    }

    @Test
    void whoWaitsForAControllerGetsFunctionFs() {
        assertThat(of(asking(Optional.empty(), Optional.empty(), true))).isEqualTo(BusKind.FUNCTIONFS);
    }

    @Test
    void aDeviceWithAFunctionOfTheKernelGetsFunctionFs() {
        assertThat(of(nothing(), FUNCTION)).isEqualTo(BusKind.FUNCTIONFS);
    }

    @Test
    void aFunctionBesideDfuModeCountsWhereThereIsDfuMode() {
        String inDfuMode = "dfu-mode." + FUNCTION;

        assertThat(of(nothing(), "run-time.on-detach=\"dfu-mode\"", inDfuMode)).isEqualTo(BusKind.FUNCTIONFS);
        assertThat(of(nothing(), inDfuMode)).isEqualTo(BusKind.VHCI);
    }

    @Test
    void dfuModeWinUsbAndALandingPageAreForBoth() {
        assertThat(of(
                        nothing(),
                        "run-time.on-detach=\"dfu-mode\"",
                        "run-time.winusb=true",
                        "run-time.landing-page=\"https://example.org/\""))
                .isEqualTo(BusKind.VHCI);
    }

    @Test
    void itsOwnHostIsLoggedWithTheReason() {
        StringBuilder logged = new StringBuilder();

        ConsoleLoggerFinder.telling(logged::append, () -> of(nothing()));

        assertThat(logged)
                .contains(
                        "no device controller here: the device is plugged into this machine itself, through vhci-hcd");
    }

    private static BusKind of(Place place, String... settings) {
        return BusChoice.of(place, PersonaInMemory.described(settings)).kind();
    }

    private Place nothing() {
        return asking(Optional.empty(), Optional.empty(), false);
    }

    private Place asking(Optional<String> udc, Optional<Path> functionFs, boolean isWaiting) {
        return new Place(
                fake.board(),
                new GadgetName("usbd4j"),
                udc,
                new ServedBus(BusKind.FUNCTIONFS),
                functionFs,
                root.resolve("store"),
                isWaiting);
    }
}
