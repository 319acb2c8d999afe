package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The program with {@code --bus gadgetfs}, where it is not as with the other bus for whole devices. */
class GadgetFsProgramIT {
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
