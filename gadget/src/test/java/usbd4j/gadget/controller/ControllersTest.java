package usbd4j.gadget.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.FakeBoard;
import usbd4j.gadget.GadgetException;

class ControllersTest {
    private static final Optional<String> ANY = Optional.empty();

    @TempDir
    private Path root;

    private FakeBoard fake;
    private Controllers controllers;

    @BeforeEach
    void make() {
        fake = new FakeBoard(root);
        controllers = new Controllers(fake.board());
    }

    @Test
    void aBoardWithoutAnyHasNone() {
        assertThat(controllers.all()).isEmpty();
    }

    @Test
    void allAreListedByName() throws IOException {
        fake.controller("b.usb", "");
        fake.controller("a.usb", "");

        assertThat(controllers.all()).extracting(Controller::name).containsExactly("a.usb", "b.usb");
    }

    @Test
    void eachIsReadFromItsAttributes() throws IOException {
        fake.controller("a.usb", "g_zero");

        assertThat(controllers.all())
                .containsExactly(new Controller(
                        fake.board().controllers().resolve("a.usb"),
                        "not attached",
                        "UNKNOWN",
                        "high-speed",
                        "g_zero"));
    }

    @Test
    void anAttributeThatIsMissingIsEmpty() throws IOException {
        fake.controller("a.usb", "g_zero");
        Files.delete(root.resolve("devices/a.usb/function"));

        assertThat(controllers.all()).extracting(Controller::driver).containsExactly("");
    }

    @Test
    void oneCanBeChosenByName() throws IOException {
        fake.controller("a.usb", "");
        fake.controller("b.usb", "");

        assertThat(controllers.choose(Optional.of("b.usb")).name()).isEqualTo("b.usb");
    }

    @Test
    void theFirstThatIsFreeIsChosen() throws IOException {
        fake.controller("a.usb", "g_zero");
        fake.controller("b.usb", "");
        fake.controller("c.usb", "");

        assertThat(controllers.choose(ANY).name()).isEqualTo("b.usb");
    }

    @Test
    void ifNoneIsFreeTheFirstIsChosen() throws IOException {
        fake.controller("a.usb", "g_zero");
        fake.controller("b.usb", "g_zero");

        assertThat(controllers.choose(ANY).name()).isEqualTo("a.usb");
    }

    @Test
    void withoutAnyItSaysHowToGetOneOnThisBoard() throws IOException {
        fake.model("Raspberry Pi 4 Model B Rev 1.4", "raspberrypi,4-model-b", "brcm,bcm2711");

        assertThatExceptionOfType(GadgetException.class)
                .isThrownBy(() -> controllers.choose(ANY))
                .withMessageStartingWith("There is no USB device controller")
                .withMessageContaining("dtoverlay=dwc2,dr_mode=peripheral")
                .matches(failure -> failure.status() == ExitStatus.NO_CONTROLLER);
    }

    @Test
    void ifThereIsNoneOfThatNameItSaysWhichThereAre() throws IOException {
        fake.controller("a.usb", "");
        fake.controller("b.usb", "");

        assertThatExceptionOfType(GadgetException.class)
                .isThrownBy(() -> controllers.choose(Optional.of("c.usb")))
                .withMessage("There is no USB device controller \"c.usb\"; there is a.usb, b.usb")
                .matches(failure -> failure.status() == ExitStatus.NO_CONTROLLER);
    }
}
