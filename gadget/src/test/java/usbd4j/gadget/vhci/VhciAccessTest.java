package usbd4j.gadget.vhci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usbd4j.gadget.FakeBoard;

class VhciAccessTest {
    private static final String ATTACH = "sys/devices/platform/vhci_hcd.0/attach";

    @TempDir
    private Path root;

    private FakeBoard fake;

    @BeforeEach
    void make() throws IOException {
        fake = new FakeBoard(root).modules("vhci-hcd");
    }

    @Test
    void rootLoadsTheModule() throws IOException {
        fake.asRoot();

        assertAccess(VhciAccess.OPEN);
    }

    @Test
    void onlyRootLoadsTheModule() throws IOException {
        fake.asNobody();

        assertAccess(VhciAccess.FOR_ROOT);
    }

    @Test
    void rootOfAContainerDoesNotLoadIt() throws IOException {
        fake.asRootOfAContainer();

        assertAccess(VhciAccess.NONE);
    }

    @Test
    void aModuleThatIsLoadedIsForWhoeverMayWriteAttach() throws IOException {
        fake.modules().asNobody().file(ATTACH, "");

        assertAccess(VhciAccess.OPEN);
    }

    @Test
    void aModuleThatIsLoadedIsForRootOtherwise() throws IOException {
        makeWithoutAttach();
        fake.asNobody();

        assertAccess(VhciAccess.FOR_ROOT);
    }

    @Test
    void whereRootMayNotWriteAttachNobodyMay() throws IOException {
        makeWithoutAttach();
        fake.asRoot();

        assertAccess(VhciAccess.NONE);
    }

    /** What root may write is the same as what there is: the tests may run as root. */
    private void makeWithoutAttach() throws IOException {
        Files.createDirectories(fake.board().vhci());
    }

    @Test
    void aKernelWithoutTheModuleHasNone() throws IOException {
        fake.modules("dummy_hcd").asRoot();
        assertAccess(VhciAccess.NONE);

        fake.asNobody();
        assertAccess(VhciAccess.NONE);
    }

    @Test
    void aModuleThatIsKeptOutIsNotLoaded() throws IOException {
        fake.asRoot().file("etc/modprobe.d/mine.conf", "blacklist vhci_hcd");

        assertAccess(VhciAccess.NONE);
    }

    private void assertAccess(VhciAccess access) {
        assertThat(VhciAccess.of(fake.board())).isEqualTo(access);
    }
}
