package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The program with {@code --bus gadgetfs}, which hosts see the same on every kernel. */
class GadgetFsProgramIT {
    @Test
    void dfuUtilSeesTheFunctionalDescriptor() {
        try (RunningDevice device = RunningDevice.configured("--bus", "gadgetfs", "--transfer-size", "128")) {
            Tool list = Tool.dfuUtil("-v", "-v", "-l");

            assertThat(list.output())
                    .contains("Found Runtime: [1209:0001]", "name=\"DFU run-time\"", "serial=\"0001\"")
                    .doesNotContain("no DFU functional descriptor");
        }
    }

    @Test
    void detachesAndComesBack() {
        try (RunningDevice device = RunningDevice.configured("--bus", "gadgetfs")) {
            Tool detach = Tool.dfuUtil("-e", "-d", "1209:0001");

            device.awaitLine("DETACH (wTimeout 1000) -> done");
            device.awaitLine("leaving run-time for DFU mode");
            device.awaitLine("configured by the host");
            assertThat(detach.status()).as(detach.output()).isZero();
        }
    }

    @Test
    void aBusResetDetaches() {
        try (RunningDevice device =
                        RunningDevice.configured("--bus", "gadgetfs", "--no-will-detach", "--detach-timeout", "10000");
                UsbHost host = UsbHost.of(0x1209, 0x0001)) {
            RunTime.sendDetach(host, 10_000);

            host.reset();

            device.awaitLine("bus reset in appDETACH: leaving run-time for DFU mode");
            device.awaitLine("configured by the host");
        }
    }

    @Test
    void aProcessThatWasStoppedAcrossTheResetStillDetaches() {
        try (RunningDevice device =
                        RunningDevice.configured("--bus", "gadgetfs", "--no-will-detach", "--detach-timeout", "60000");
                UsbHost host = UsbHost.of(0x1209, 0x0001)) {
            RunTime.sendDetach(host, 60_000);

            device.signal("STOP");
            host.reset();
            device.signal("CONT");

            device.awaitLine("bus reset in appDETACH: leaving run-time for DFU mode");
            device.awaitLine("configured by the host");
        }
    }

    @Test
    void aStartAfterSigkillServesAgain() {
        RunningDevice killed = RunningDevice.configured("--bus", "gadgetfs", "--class", "source-sink");
        UsbHost.awaitQuiet(0x1209, 0x0001);
        killed.signal("KILL");
        assertThat(killed.statusAtEnd()).isEqualTo(137);

        try (RunningDevice next = RunningDevice.start("--bus", "gadgetfs")) {
            next.awaitLine("removed gadget \"usbd4j\", left behind by a killed run");
            next.awaitLine("configured by the host");
        }
    }

    @Test
    void whatGadgetFsCannotShowIsRefused() {
        assertThat(Tool.usbd4j("run", "--bus", "gadgetfs", "--with-function", "acm.usb0"))
                .isEqualTo(
                        new Tool(
                                2,
                                "usbd4j: --with-function is for --bus functionfs: a device on GadgetFS is whole, with nothing beside it\n"));
        assertThat(LeftBehind.look()).isEmpty();
    }
}
