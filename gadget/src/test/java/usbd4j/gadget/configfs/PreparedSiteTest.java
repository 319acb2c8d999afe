package usbd4j.gadget.configfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usbd4j.gadget.Board;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.Persona;
import usbd4j.gadget.controller.Controller;
import usbd4j.gadget.controller.Controllers;
import usbd4j.stack.UsbBus;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.functionfs.FunctionFsBus;

class PreparedSiteTest {
    private static final Persona PERSONA = new Persona(Identity.of(0x1209, 1), List.of());

    @TempDir
    private Path directory;

    private Gadget gadget;
    private Controller controller;

    @BeforeEach
    void make() throws IOException {
        Files.createFile(directory.resolve("ep0"));
        gadget = new Gadget(directory, new GadgetName("g1"));
        controller = new Controller(directory.resolve("dummy_udc.0"), "not attached", "UNKNOWN", "high-speed", "");
    }

    @Test
    void withoutEp0ThereIsNoFunctionFs() {
        Path elsewhere = directory.resolve("elsewhere");

        assertThatExceptionOfType(GadgetException.class)
                .isThrownBy(() -> PreparedSite.at(elsewhere, PERSONA, gadget, controller, controllers()))
                .withMessageContaining("no FunctionFS mounted at %s", elsewhere)
                .matches(failure -> failure.status() == ExitStatus.NOT_CREATED);
    }

    @Test
    void servesTheFilesThatWerePrepared() throws IOException, InterruptedException {
        // As with the real one, one can wait for it.
        Files.delete(directory.resolve("ep0"));
        assertThat(new ProcessBuilder("mkfifo", directory.resolve("ep0").toString())
                        .start()
                        .waitFor())
                .isZero();
        Files.createDirectory(controller.directory());
        Files.writeString(controller.directory().resolve("state"), "not attached\n");
        PreparedSite site = PreparedSite.at(directory, PERSONA, gadget, controller, controllers());

        try (UsbBus bus = site.bus()) {
            assertThat(bus).isInstanceOf(FunctionFsBus.class);
        }
    }

    @Test
    void bindsAndUnbindsAGadgetOfWhichItMayWriteTheUdcFile() throws IOException {
        Path udc = makeGadget();
        PreparedSite site = PreparedSite.at(directory, PERSONA, gadget, controller, controllers());
        assertThat(site.mayBind()).isTrue();
        site.show();
        assertThat(udc).hasContent("dummy_udc.0");
        site.hide();

        assertThat(gadget.controller()).isEmpty();
    }

    @Test
    void leavesAnyOtherGadgetAlone() {
        PreparedSite site = PreparedSite.at(directory, PERSONA, gadget, controller, controllers());
        assertThat(site.mayBind()).isFalse();
        site.show();
        site.hide();

        assertThat(gadget.udc()).doesNotExist();
    }

    @Test
    void closingRemovesNothing() {
        PreparedSite.at(directory, PERSONA, gadget, controller, controllers()).close();

        assertThat(directory.resolve("ep0")).exists();
    }

    @Test
    void writesTheReleaseOfAGadgetThatWasCreatedForThisDevice() throws IOException {
        Path release = makeGadget().resolveSibling("bcdDevice");
        Files.writeString(release, "0x0100\n");
        CreatedFor.beside(directory).write(PERSONA);
        PreparedSite.at(directory, PERSONA.withRelease(0x0234), gadget, controller, controllers())
                .show();

        assertThat(release).hasContent("0x0234");
        CreatedFor.beside(directory).remove();
    }

    @Test
    void leavesTheReleaseOfAnotherGadgetAlone() throws IOException {
        Path release = makeGadget().resolveSibling("bcdDevice");
        Files.writeString(release, "0x0100\n");
        PreparedSite.at(directory, PERSONA.withRelease(0x0234), gadget, controller, controllers())
                .show();

        assertThat(release).hasContent("0x0100");
    }

    /** {@return its UDC attribute} */
    private Path makeGadget() throws IOException {
        Files.createDirectory(directory.resolve("g1"));
        Files.writeString(directory.resolve("g1/idVendor"), "0x1209\n");
        Files.writeString(directory.resolve("g1/idProduct"), "0x0001\n");
        return Files.createFile(gadget.udc());
    }

    private Controllers controllers() {
        return new Controllers(new Board(directory));
    }
}
