package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.example.Loopback;

/** What goes wrong while bulk data are under way: nothing hangs, nothing is left behind, and the next host is served. */
class BulkTroubleIT {
    private static final Identity IDENTITY = Identity.of(0x1209, 0x0005);

    @ParameterizedTest
    @EnumSource
    void aHostThatIsUnpluggedAndComesBackIsServed(KernelBus bus) {
        try (DeviceRig rig = bus.serve(IDENTITY, new Loopback())) {
            rig.host().write((byte) 1, (byte) 2, (byte) 3);

            rig.forgetHost();
            Cable.replug();

            rig.host().write((byte) 4, (byte) 5);
            assertThat(rig.host().read(512)).containsExactly(4, 5);
        }
    }

    /** The device is busy all the time, and learns of the data and the unplugged cable at once. */
    @ParameterizedTest
    @EnumSource
    void dataOfTheHostBeforeAreNotSentToTheNext(KernelBus bus) {
        BusyLoopback loopback = new BusyLoopback();
        try (DeviceRig rig = bus.serve(IDENTITY, loopback)) {
            rig.host().write((byte) 0);
            rig.host().write((byte) 1, (byte) 2, (byte) 3);

            rig.forgetHost();
            Cable.replug();
            loopback.goOn();

            rig.host().write((byte) 4, (byte) 5);
            assertThat(rig.host().read(512)).containsExactly(4, 5);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aHostThatResetsAgainAndAgainIsServed(KernelBus bus) {
        try (DeviceRig rig = bus.serve(IDENTITY, new Loopback())) {
            for (int count = 0; count < 5; count++) {
                rig.host().write(new byte[1024]);
                rig.reset();
            }

            rig.host().write((byte) 4, (byte) 5);
            assertThat(rig.host().read(512)).containsExactly(4, 5);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aHostThatStopsReadingKeepsNobodyFromStopping(KernelBus bus) {
        leaveUnread(bus);
        Footprint first = Footprint.now();
        leaveUnread(bus);

        assertThat(LeftBehind.look()).isEmpty();
        assertThat(Footprint.now().files()).as("file descriptors").isEqualTo(first.files());
    }

    private static void leaveUnread(KernelBus bus) {
        try (DeviceRig rig = bus.serve(IDENTITY, new Loopback())) {
            for (int count = 0; count < 4; count++) {
                rig.host().write(new byte[16 * 1024]);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"functionfs", "gadgetfs"})
    void aControllerThatVanishesEndsTheProgram(String bus) {
        Path driver = Path.of("/sys/bus/platform/drivers/dummy_udc");
        RunningDevice device = RunningDevice.configured("--class", "source-sink", "--bus", bus);
        UsbHost.awaitQuiet(0x1209, 0x0001);
        try {
            UsbHost.write(driver.resolve("unbind"), "dummy_udc.0");
            assertThat(device.outputAtEnd()).contains("the USB device controller dummy_udc.0 is gone");
            assertThat(device.statusAtEnd()).isEqualTo(8);
            assertThat(LeftBehind.look()).isEmpty();
        } finally {
            UsbHost.write(driver.resolve("bind"), "dummy_udc.0");
            Wait.until("the controller is back", () -> Files.exists(Path.of("/sys/class/udc/dummy_udc.0")));
        }
    }
}
