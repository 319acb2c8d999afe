package usbd4j.gadget.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usbd4j.gadget.Command;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.FakeBoard;
import usbd4j.gadget.Lack;

/** What is said of a controller that is held. */
class HeldControllerTest {
    @TempDir
    private Path root;

    private FakeBoard fake;

    @BeforeEach
    void make() {
        fake = new FakeBoard(root);
    }

    @Test
    void nothingIfItIsFree() throws IOException {
        fake.controller("a.usb", "");

        assertThat(held()).isEmpty();
    }

    @Test
    void aGadgetIsUnbound() throws IOException {
        fake.controller("a.usb", "g1");
        fake.gadget("product", "a.usb");

        assertThat(held()).hasValueSatisfying(lack -> {
            assertThat(lack.status()).isEqualTo(ExitStatus.CONTROLLER_BUSY);
            assertThat(lack.what()).isEqualTo("the controller is held by gadget \"product\"");
            assertThat(lack.remedy().command().map(Command::toString))
                    .contains(
                            "sh -c 'echo >%s'".formatted(fake.board().gadgets().resolve("product/UDC")));
        });
    }

    @Test
    void aModuleIsUnloaded() throws IOException {
        fake.loaded("g_ether").controller("a.usb", "g_ether");

        assertThat(held().flatMap(lack -> lack.remedy().command()))
                .contains(Command.risky("modprobe", "-r", "g_ether"));
    }

    @Test
    void aBeagleBoneIsToldWhatTakesItAtEachBoot() throws IOException {
        fake.model("TI AM335x BeagleBone Black", "ti,am335x-bone-black").controller("musb-hdrc.0", "g_multi");

        assertThat(held().map(Lack::toString).orElse("")).contains("bb-usb-gadgets.service");
    }

    private Optional<Lack> held() {
        Controllers controllers = new Controllers(fake.board());
        return controllers.held(controllers.all().get(0));
    }
}
