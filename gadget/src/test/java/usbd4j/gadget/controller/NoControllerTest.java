package usbd4j.gadget.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usbd4j.gadget.Command;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.FakeBoard;
import usbd4j.gadget.Lack;

/** What is said of a board that shows no controller. */
class NoControllerTest {
    @TempDir
    private Path root;

    private FakeBoard fake;

    @BeforeEach
    void make() throws IOException {
        fake = new FakeBoard(root).modules("dwc2", "dwc3");
    }

    @Test
    void aKnownBoardIsToldWhatPutsItInDeviceMode() throws IOException {
        fake.model("Raspberry Pi Zero 2 W Rev 1.0", "raspberrypi,model-zero-2-w", "brcm,bcm2837");

        assertThat(lack().status()).isEqualTo(ExitStatus.NO_CONTROLLER);
        assertThat(lack().remedy().advice()).contains("dtoverlay=dwc2,dr_mode=peripheral", "reboot");
        assertThat(lack().remedy().command()).isEmpty();
    }

    @Test
    void whereTheOverlayIsThereOnlyTheDriverIsMissing() throws IOException {
        fake.model("Raspberry Pi 4 Model B Rev 1.4", "brcm,bcm2711");
        fake.file("proc/device-tree/soc/usb@7e980000/dr_mode", "peripheral\0");

        assertThat(lack().remedy().command()).contains(Command.safe("modprobe", "dwc2"));
    }

    @Test
    void withOverlayAndDriverItIsNotTheDriver() throws IOException {
        fake.model("Raspberry Pi 4 Model B Rev 1.4", "brcm,bcm2711").loaded("dwc2");
        fake.file("proc/device-tree/soc/usb@7e980000/dr_mode", "peripheral\0");

        assertThat(lack().remedy().command()).isEmpty();
    }

    @Test
    void aPortThatIsAHostsIsTurnedRound() throws IOException {
        fake.model("FriendlyElec NanoPC-T6", "friendlyarm,nanopc-t6", "rockchip,rk3588");
        fake.file("sys/class/usb_role/fc000000.usb-role-switch/role", "host");

        assertThat(lack().remedy().command())
                .map(Command::toString)
                .hasValueSatisfying(command -> assertThat(command)
                        .isEqualTo("sh -c 'echo device >%s'"
                                .formatted(root.resolve("sys/class/usb_role/fc000000.usb-role-switch/role"))));
    }

    @Test
    void aDeviceTreeForHostsOnlyIsNamed() throws IOException {
        fake.model("Orange Pi Zero", "xunlong,orangepi-zero", "allwinner,sun8i-h2-plus");
        fake.file("proc/device-tree/soc/usb@1c19000/dr_mode", "host\0");

        assertThat(lack().what()).contains("dr_mode = \"host\"");
        assertThat(lack().remedy().advice()).contains("usb_otg");
    }

    @Test
    void aControllerThatTheDeviceTreeSwitchesOffDoesNotCount() throws IOException {
        fake.model("Orange Pi Zero", "xunlong,orangepi-zero", "allwinner,sun8i-h2-plus");
        fake.file("proc/device-tree/soc/usb@1c19000/dr_mode", "otg\0");
        fake.file("proc/device-tree/soc/usb@1c19000/status", "disabled\0");

        assertThat(PortRole.of(fake.board()).describe()).isEmpty();
    }

    @Test
    void aModelWithoutDeviceModeIsToldSo() throws IOException {
        fake.model("Raspberry Pi 3 Model B Plus Rev 1.3", "brcm,bcm2837");

        assertThat(lack().remedy().advice()).contains("cannot be a USB device");
    }

    @Test
    void anUnknownBoardGetsGeneralAdvice() throws IOException {
        fake.model("Acme Wonderboard", "acme,wonderboard");

        assertThat(lack().remedy().advice()).contains("does not know the board \"Acme Wonderboard\"", "dr_mode");
    }

    @Test
    void aPcIsToldOfTheEmulatedController() throws IOException {
        fake.modules("dummy_hcd");

        assertThat(lack().remedy().advice()).contains("a PC has none", "virtual-board/boot");
        assertThat(lack().remedy().command()).contains(Command.risky("modprobe", "dummy_hcd"));
    }

    @Test
    void aPcWhoseKernelHasNoEmulatedControllerIsToldOfTheVirtualBoard() {
        assertThat(lack().remedy().advice()).contains("virtual-board/boot");
        assertThat(lack().remedy().command()).isEmpty();
    }

    @Test
    void whoIsNotRootIsToldOfVhci() throws IOException {
        fake.modules("vhci-hcd", "dummy_hcd").asNobody();

        assertThat(lack())
                .hasToString(
                        "There is no USB device controller in %s; as root (sudo), --bus vhci needs none and plugs the device into this machine itself; a PC has none: use a board (virtual-board/boot starts an emulated one), or the kernel's emulated controller, whose host is this machine: modprobe dummy_hcd",
                        fake.board().controllers());
    }

    @Test
    void rootIsNotToldOfVhci() throws IOException {
        fake.modules("vhci-hcd", "dummy_hcd").asRoot();

        assertThat(lack().toString()).doesNotContain("vhci");
    }

    @Test
    void whereThereIsNoVhciNobodyIsToldOfIt() throws IOException {
        fake.modules("dummy_hcd").asNobody();

        assertThat(lack().toString()).doesNotContain("vhci");
    }

    private Lack lack() {
        return new Controllers(fake.board()).none();
    }
}
