package usbd4j.gadget.configfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usbd4j.gadget.Board;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.controller.Controller;
import usbd4j.gadget.controller.Controllers;

class BindingTest {
    @TempDir
    private Path root;

    @Test
    void aFreeControllerIsFine() throws IOException {
        Binding binding = bindingOf("g1");
        gadget("g2", "another_udc.0");

        assertThatNoException().isThrownBy(binding::requireFree);
    }

    @Test
    void aControllerThatItselfHoldsIsFine() throws IOException {
        Binding binding = bindingOf("g1");
        gadget("g1", "dummy_udc.0");

        assertThatNoException().isThrownBy(binding::requireFree);
    }

    @Test
    void aControllerThatAnotherGadgetHoldsIsRefusedByTheGadgetsName() throws IOException {
        Binding binding = bindingOf("g1");
        gadget("g2", "dummy_udc.0");

        assertThatExceptionOfType(GadgetException.class)
                .isThrownBy(binding::requireFree)
                .withMessageStartingWith(
                        "Cannot bind gadget g1 to dummy_udc.0: the controller is held by gadget \"g2\"")
                .matches(failure -> failure.status() == ExitStatus.CONTROLLER_BUSY);
    }

    @Test
    void bindsAndUnbinds() throws IOException {
        Binding binding = bindingOf("g1");
        Path udc = gadget("g1", "");
        binding.show();
        assertThat(udc).hasContent("dummy_udc.0");
        binding.hide();

        assertThat(udc).hasContent("\n");
    }

    private Binding bindingOf(String name) {
        Board board = board();
        Controller controller =
                new Controller(board.controllers().resolve("dummy_udc.0"), "not attached", "UNKNOWN", "high-speed", "");
        return new Binding(new Gadget(board.gadgets(), new GadgetName(name)), controller, new Controllers(board));
    }

    private Path gadget(String name, String controller) throws IOException {
        Path directory = Files.createDirectories(board().gadgets().resolve(name));
        Files.writeString(directory.resolve("idVendor"), "0x1209\n");
        Files.writeString(directory.resolve("idProduct"), "0x0001\n");
        return Files.writeString(directory.resolve("UDC"), controller + "\n");
    }

    private Board board() {
        return new Board(root);
    }
}
