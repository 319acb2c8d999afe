package usbd4j.gadget.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.FakeBoard;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.configfs.GadgetName;
import usbd4j.gadget.controller.Controller;
import usbd4j.gadget.controller.Controllers;
import usbd4j.stack.UsbException;

class ChosenControllerTest {
    private static final Optional<String> ANY = Optional.empty();
    private final UsbException failure = new UsbException("something failed");

    @TempDir
    private Path root;

    private final Stop stop = new Stop();
    private FakeBoard fake;

    @BeforeEach
    void make() {
        fake = new FakeBoard(root);
    }

    @Test
    void withoutOneARunFails() {
        assertThatExceptionOfType(GadgetException.class)
                .isThrownBy(() -> chosen(ANY, false).await(stop, ManagerInMemory.none()))
                .matches(thrown -> thrown.status() == ExitStatus.NO_CONTROLLER);
    }

    @Test
    void aRunThatWaitsGetsTheOneThatAppears() throws IOException {
        CompletableFuture<Optional<Controller>> awaited = CompletableFuture.supplyAsync(
                () -> chosen(Optional.of("b.usb"), true).await(stop, ManagerInMemory.none()));
        fake.controller("a.usb", "");
        fake.controller("b.usb", "");

        assertThat(awaited)
                .succeedsWithin(10, TimeUnit.SECONDS)
                .matches(found -> found.orElseThrow().name().equals("b.usb"));
    }

    @Test
    void aRunThatIsToEndWhileItWaitsGetsNone() throws IOException {
        fake.controller("a.usb", "g_zero");
        CompletableFuture<Optional<Controller>> awaited =
                CompletableFuture.supplyAsync(() -> chosen(ANY, true).await(stop, ManagerInMemory.none()));

        stop.wish();

        assertThat(awaited).succeedsWithin(10, TimeUnit.SECONDS).isEqualTo(Optional.empty());
    }

    @Test
    void aRunThatWaitsTellsItsWatchdog() throws IOException {
        fake.controller("a.usb", "g_zero");
        ManagerInMemory watching = ManagerInMemory.withWatchdog(Duration.ofMinutes(1), state -> stop.wish());

        assertThat(chosen(ANY, true).await(stop, watching.manager())).isEmpty();

        assertThat(watching.told()).containsExactly("WATCHDOG=1");
    }

    @Test
    void aRunThatDoesNotWaitIsToldOfTheHolderWhenItBinds() throws IOException {
        fake.controller("a.usb", "g_zero");

        assertThat(chosen(ANY, false)
                        .await(stop, ManagerInMemory.none())
                        .orElseThrow()
                        .name())
                .isEqualTo("a.usb");
    }

    @Test
    void aRunKeepsToItsController() throws IOException {
        fake.controller("b.usb", "");
        ChosenController chosen = chosen(ANY, false);
        assertThat(chosen.await(stop, ManagerInMemory.none())).isPresent();
        fake.controller("a.usb", "");

        assertThat(chosen.await(stop, ManagerInMemory.none()).orElseThrow().name())
                .isEqualTo("b.usb");
    }

    @Test
    void aRunThatLosesItsFirstChoiceToAnotherRunTakesAnother() throws IOException {
        ChosenController chosen = served(true);
        Files.writeString(root.resolve("devices/a.usb/function"), "g_zero\n");
        fake.controller("b.usb", "");
        chosen.require(new GadgetException(ExitStatus.CONTROLLER_BUSY, "another run has it"));

        assertThat(chosen.await(stop, ManagerInMemory.none()).orElseThrow().name())
                .isEqualTo("b.usb");
    }

    @Test
    void oneThatIsGoneEndsARunThatDoesNotWait() throws IOException {
        ChosenController chosen = served(false);
        takeAway("a.usb");

        assertThatExceptionOfType(GadgetException.class)
                .isThrownBy(() -> chosen.require(failure))
                .withMessageContaining("is gone: something failed")
                .matches(thrown -> thrown.status() == ExitStatus.CONTROLLER_GONE);
        assertThatExceptionOfType(GadgetException.class)
                .isThrownBy(() -> chosen.await(stop, ManagerInMemory.none()))
                .matches(thrown -> thrown.status() == ExitStatus.CONTROLLER_GONE);
    }

    @Test
    void oneThatIsGoneOrCameBackEndsNoRunThatWaits() throws IOException {
        ChosenController chosen = served(true);
        takeAway("a.usb");

        assertThatCode(() -> chosen.require(failure)).doesNotThrowAnyException();
        fake.controller("a.usb", "");
        assertThatCode(() -> chosen.require(failure)).doesNotThrowAnyException();
    }

    @Test
    void whatHasNothingToDoWithTheControllerEndsEveryRun() throws IOException {
        ChosenController chosen = served(true);

        assertThatExceptionOfType(UsbException.class)
                .isThrownBy(() -> chosen.require(failure))
                .isSameAs(failure);
    }

    private ChosenController served(boolean isWaiting) throws IOException {
        fake.controller("a.usb", "");
        ChosenController chosen = chosen(ANY, isWaiting);
        assertThat(chosen.await(stop, ManagerInMemory.none())).isPresent();
        return chosen;
    }

    /** As the kernel does; the folder stays elsewhere, so that none that comes later can be the same one. */
    private void takeAway(String name) throws IOException {
        Files.delete(fake.board().controllers().resolve(name));
        Files.move(root.resolve("devices").resolve(name), root.resolve("gone"));
    }

    private ChosenController chosen(Optional<String> udc, boolean isWaiting) {
        Place place = new Place(
                fake.board(),
                new GadgetName("usbd4j"),
                udc,
                new ServedBus(BusKind.FUNCTIONFS),
                Optional.empty(),
                root.resolve("store"),
                isWaiting);
        return new ChosenController(place, new Controllers(fake.board()));
    }
}
