package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usbd4j.gadget.Board;
import usbd4j.stack.usbip.VhciHost;
import usbd4j.stack.usbip.VhciPort;

/** {@code usbd4j run --bus usbip} on another machine; the device is attached to the board by its own tools, and by {@code attach}. */
class UsbIpProgramIT {
    private static final String SERVER = OtherMachine.ADDRESS + ":3240";

    private static OtherMachine other;

    @TempDir
    private Path directory;

    @BeforeAll
    static void connect() {
        Tool.succeed("modprobe", "vhci-hcd");
        other = new OtherMachine();
    }

    @AfterAll
    static void disconnect() {
        other.close();
    }

    @AfterEach
    void everyPortIsFree() {
        Wait.until("the ports are free", () -> portsInUse().isEmpty());
    }

    private static List<VhciPort> portsInUse() {
        return new VhciHost(Board.linux().vhci())
                .ports().stream().filter(each -> !each.isFree()).toList();
    }

    @Test
    void dfuUtilUpgradesTheDevice() {
        FirmwareStore store = new FirmwareStore(directory);
        Path firmware = store.firmware(5000);
        try (RunningDevice device = other.serve(
                        "--on-detach",
                        "dfu-mode",
                        "--store",
                        store.store(),
                        "--set",
                        "dfu-mode.leave-after-detach=1000");
                RunningDevice cable = other.attach()) {
            cable.awaitLine("attached 1209:0001, device 1-1 of %s, to port 0 of vhci_hcd".formatted(SERVER));
            device.awaitLine("configured by the host");

            Tool download = Tool.dfuUtil("-d", FirmwareStore.EITHER_MODE, "-R", "-D", firmware.toString());

            assertThat(download.status()).as(download.output()).isZero();
            device.awaitLine("the new firmware has 5000 bytes");
            device.awaitLine("leaving DFU mode for run-time");
            device.awaitLine("configured by the host");
            cable.awaitLine("lost 1209:0001 at port 0");
            cable.awaitLine("attached 1209:0002, device 1-1 of %s, to port 0".formatted(SERVER));
            cable.awaitLine("lost 1209:0002 at port 0");
            cable.awaitLine("attached 1209:0001, device 1-1 of %s, to port 0".formatted(SERVER));
        }
    }

    @Test
    void aHostSeesItAtTheSpeedThatIsAskedFor() {
        try (RunningDevice device = other.serve("--speed", "super");
                RunningDevice cable = other.attach()) {
            device.awaitLine("configured by the host, super-speed");
            try (UsbHost host = UsbHost.of(0x1209, 0x0001)) {
                assertThat(host.speed()).isEqualTo("5000");
            }
        }
    }

    @Test
    void severalDevicesOfOneProcessAreUpgradedEachByItself() throws IOException {
        FirmwareStore store = new FirmwareStore(directory);
        Path firmware = store.firmware(5000);
        Path file = Files.writeString(
                directory.resolve("device.toml"),
                "[run-time]\non-detach = \"dfu-mode\"\n[dfu-mode]\nleave-after-detach = 1000\n");
        try (RunningDevice devices = other.serve(
                        "--device", file.toString(), "--device", file.toString(), "--store", store.store());
                RunningDevice first = other.attach("--busid", "1-1");
                RunningDevice second = other.attach("--busid", "1-2")) {
            first.awaitLine("attached 1209:0001, device 1-1");
            second.awaitLine("attached 1209:0001, device 1-2");
            Wait.until("both are configured", () -> Tool.dfuUtil("-l").output().split("Found Runtime").length == 3);
            String path = Tool.dfuUtil("-l").output().replaceAll("(?s).*path=\"([^\"]*)\".*", "$1");

            Tool download = Tool.dfuUtil("-p", path, "-R", "-D", firmware.toString());

            assertThat(download.status()).as(download.output()).isZero();
            assertThat(devices.awaitLine("the new firmware has 5000 bytes")).containsPattern(" 1-[12]: ");
            devices.awaitLine("leaving DFU mode for run-time");
            Wait.until("both are configured", () -> Tool.dfuUtil("-l").output().split("Found Runtime").length == 3);
        }
    }

    @Test
    void theKernelsToolListsImportsAndDetachesIt() {
        try (RunningDevice device = other.serve()) {
            assertThat(Tool.run("usbip", "list", "-r", OtherMachine.ADDRESS).output())
                    .contains("1-1: ", "(1209:0001)", "/sys/devices/usbd4j/usb1/1-1");

            Tool.succeed("usbip", "attach", "-r", OtherMachine.ADDRESS, "-b", "1-1");

            device.awaitLine("imported by client 10.11.12.1:");
            device.awaitLine("configured by the host");
            assertThat(Tool.dfuUtil("-l").output()).contains("Found Runtime: [1209:0001]", "name=\"DFU run-time\"");
            assertThatASecondClientIsRefused(device);

            Tool.succeed("usbip", "detach", "-p", "0");

            device.awaitLine("no longer connected to the host");
        }
    }

    private static void assertThatASecondClientIsRefused(RunningDevice device) {
        Tool tool = Tool.run("usbip", "attach", "-r", OtherMachine.ADDRESS, "-b", "1-1");
        assertThat(tool.status()).as(tool.output()).isNotZero();
        assertThat(tool.output()).contains("busy");
        device.awaitLine("may not import \"1-1\": another client has it");
        assertThat(Tool.usbd4j("attach", OtherMachine.ADDRESS, "--busid", "1-1"))
                .isEqualTo(
                        new Tool(13, "usbd4j: %s does not give device 1-1: another client has it\n".formatted(SERVER)));
        assertThat(portsInUse()).hasSize(1);
    }

    @Test
    void itIsAttachedAgainEachTimeThatItLeaves() {
        try (RunningDevice device = other.serve();
                RunningDevice cable = other.attach()) {
            cable.awaitLine("attached 1209:0001");
            device.awaitLine("configured by the host");
            for (int cycle = 1; cycle <= Cycles.COUNT; cycle++) {
                Tool detach = Tool.dfuUtil("-e", "-d", "1209:0001");
                assertThat(detach.status())
                        .as("cycle %d of %d: %s", cycle, Cycles.COUNT, detach.output())
                        .isZero();
                device.awaitLine("leaving run-time for DFU mode");
                cable.awaitLine("lost 1209:0001 at port 0");
                cable.awaitLine("attached 1209:0001, device 1-1 of %s, to port 0".formatted(SERVER));
                device.awaitLine("configured by the host");
                Wait.until(
                        "dfu-util finds the device in cycle " + cycle,
                        () -> Tool.dfuUtil("-l").output().contains("Found Runtime: [1209:0001]"));
            }
        }
    }

    @Test
    void itIsAttachedAgainWhenItsServerWasKilledAndIsBack() {
        RunningDevice killed = other.serve();
        try (RunningDevice cable = other.attach()) {
            cable.awaitLine("attached 1209:0001");
            killed.awaitLine("configured by the host");

            killed.signal("KILL");

            cable.awaitLine("lost 1209:0001 at port 0, and waits for it");
            // Before that, the connection may have been one that the server was killed with.
            cable.awaitLine("cannot connect to %s: ECONNREFUSED, connection refused; asks again until it is there"
                    .formatted(SERVER));
            try (RunningDevice next = other.serve()) {
                cable.awaitLine("attached 1209:0001");
                next.awaitLine("configured by the host");

                cable.signal("TERM");

                cable.awaitLine("detached 1209:0001 from port 0");
                assertThat(cable.statusAtEnd()).isEqualTo(143);
                next.awaitLine("no longer connected to the host");
            }
        }
    }

    @Test
    void whatCannotBeAttached() {
        assertThat(Tool.usbd4j("attach", OtherMachine.ADDRESS))
                .isEqualTo(new Tool(
                        13, "usbd4j: cannot connect to %s: ECONNREFUSED, connection refused\n".formatted(SERVER)));
        try (RunningDevice device = other.serve()) {
            assertThat(Tool.usbd4j("attach", OtherMachine.ADDRESS, "--busid", "9-9"))
                    .isEqualTo(
                            new Tool(13, "usbd4j: %s does not give device 9-9: it is not there\n".formatted(SERVER)));
            assertThat(Unprivileged.usbd4j("attach", OtherMachine.ADDRESS))
                    .isEqualTo(
                            new Tool(
                                    6,
                                    "usbd4j: Only root may plug a device into /sys/devices/platform/vhci_hcd.0; use sudo, or let your user write its file \"attach\"\n"));
        }
    }

    @Test
    void whereItCannotBeServed() {
        try (RunningDevice device = other.serve()) {
            assertThat(other.usbd4j("run", "--quiet", "--bus", other.bus()))
                    .matches(each -> each.status() == 12)
                    .matches(each -> each.output()
                            .contains(
                                    "usbd4j: cannot listen on %s: EADDRINUSE, address already in use; end the program that has the port"
                                            .formatted(SERVER)));
        }
        assertThat(other.usbd4j("run", "--quiet", "--bus", "usbip:192.0.2.1:3240"))
                .matches(each -> each.status() == 12)
                .matches(each -> each.output()
                        .contains("usbd4j: cannot listen on 192.0.2.1:3240: EADDRNOTAVAIL, address not available"));
        assertThat(Unprivileged.usbd4j("run", "--bus", "usbip:127.0.0.1:80"))
                .isEqualTo(
                        new Tool(
                                6,
                                "usbd4j: cannot listen on 127.0.0.1:80: EACCES, permission denied; use a port from 1024 on, or sudo\n"));
    }
}
