package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The board is left as it was found, however the program ends. */
class LifeIT {
    @Test
    void sigtermTakesEverythingDown() {
        RunningDevice device = RunningDevice.configured();

        device.signal("TERM");

        assertThat(device.statusAtEnd()).isEqualTo(143);
        assertThat(LeftBehind.look()).isEmpty();
    }

    @Test
    void sigintTakesEverythingDown() {
        RunningDevice device = RunningDevice.configured();

        device.signal("INT");

        assertThat(device.statusAtEnd()).isEqualTo(130);
        assertThat(LeftBehind.look()).isEmpty();
    }

    @Test
    @Tag("short")
    void aStartAfterSigkillRemovesWhatWasLeft() {
        RunningDevice killed = RunningDevice.configured();
        killed.signal("KILL");
        assertThat(killed.statusAtEnd()).isEqualTo(137);

        try (RunningDevice next = RunningDevice.start()) {
            next.awaitLine("removed gadget \"usbd4j\", left behind by a killed run");
            next.awaitLine("configured by the host");
        }
    }

    @Test
    void removeRemovesWhatAKilledRunLeft() {
        RunningDevice killed = RunningDevice.configured("--name", "left");
        killed.signal("KILL");
        assertThat(killed.statusAtEnd()).isEqualTo(137);

        Tool remove = Tool.usbd4j("remove", "--name", "left");

        assertThat(remove).isEqualTo(new Tool(0, "removed gadget \"left\"\n"));
        assertThat(LeftBehind.look()).isEmpty();
        assertThat(Tool.usbd4j("remove", "--name", "left")).isEqualTo(new Tool(0, "there is no gadget \"left\"\n"));
    }

    @Test
    void removeUnmountsAFunctionFsThatIsSomewhereElse() throws IOException {
        RunningDevice killed = RunningDevice.configured("--name", "moved");
        killed.signal("KILL");
        assertThat(killed.statusAtEnd()).isEqualTo(137);
        Path elsewhere = Files.createTempDirectory("usbd4j");
        assertThat(Tool.run("mount", "--move", "/run/usbd4j/moved", elsewhere.toString()))
                .isEqualTo(new Tool(0, ""));

        Tool remove = Tool.usbd4j("remove", "--name", "moved");

        assertThat(remove).isEqualTo(new Tool(0, "removed gadget \"moved\"\n"));
        assertThat(LeftBehind.look()).isEmpty();
    }

    @Test
    void exitOnDetachEndsWithStatusZero() {
        RunningDevice device = RunningDevice.configured("--on-detach=exit");

        assertThat(Tool.dfuUtil("-e", "-d", "1209:0001").status()).isZero();

        assertThat(device.statusAtEnd()).isZero();
        assertThat(LeftBehind.look()).isEmpty();
    }

    @Test
    void aCommandOnDetachHasTheControllerUntilItEnds() {
        try (RunningDevice device =
                RunningDevice.configured("--on-detach=exec:cat /sys/class/udc/dummy_udc.0/function")) {
            assertThat(Tool.dfuUtil("-e", "-d", "1209:0001").status()).isZero();

            device.awaitLine("running: cat");
            assertThat(device.awaitLine("configured by the host")).isNotEmpty();
        }
    }

    @Test
    void udcsShowsWhoHoldsAController() {
        try (RunningDevice device = RunningDevice.configured("--name", "shown")) {
            Tool udcs = Tool.usbd4j("udcs");

            assertThat(udcs.status()).isZero();
            // There may be vhci_hcd, too, if another test has loaded it.
            assertThat(udcs.output().lines().skip(1).filter(line -> !line.startsWith("vhci_hcd")))
                    .singleElement()
                    .asString()
                    .matches("dummy_udc\\.0 +configured +high-speed +high-speed +shown");
        }
    }
}
