package usbd4j.gadget.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usbd4j.gadget.FakeBoard;

/** Who holds a controller. */
class HolderTest {
    @TempDir
    private Path root;

    private FakeBoard fake;

    @BeforeEach
    void make() {
        fake = new FakeBoard(root);
    }

    @Test
    void nobodyIfNoDriverAndNoGadgetIsBound() throws IOException {
        fake.controller("a.usb", "");
        fake.gadget("g1", "");

        assertThat(holder()).isEmpty();
    }

    @Test
    void theGadgetThatIsBoundToIt() throws IOException {
        fake.controller("a.usb", "g1");
        fake.gadget("product", "a.usb");

        assertThat(holder()).contains("product");
    }

    @Test
    void notAGadgetThatIsBoundToAnother() throws IOException {
        fake.controller("a.usb", "");
        fake.gadget("product", "b.usb");

        assertThat(holder()).isEmpty();
    }

    @Test
    void theDriverIfItIsNoGadgetOfConfigfs() throws IOException {
        fake.controller("a.usb", "g_zero");

        assertThat(holder()).contains("g_zero");
    }

    @Test
    void somethingElseAmongTheGadgetsDoesNotCount() throws IOException {
        fake.controller("a.usb", "");
        Files.createDirectories(fake.board().gadgets().resolve("unfinished"));
        Files.writeString(fake.board().gadgets().resolve("file"), "a.usb\n");

        assertThat(holder()).isEmpty();
    }

    private Optional<String> holder() {
        Controllers controllers = new Controllers(fake.board());
        return controllers.holder(controllers.all().get(0));
    }
}
