package usbd4j.gadget.vhci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usbd4j.gadget.Board;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.FakeBoard;
import usbd4j.gadget.GadgetException;

class OwnHostTest {
    @TempDir
    private Path root;

    @Test
    void aKernelWithoutItIsTold() throws IOException {
        Board board = new FakeBoard(root)
                .file("proc/sys/kernel/osrelease", FakeBoard.RELEASE)
                .board();

        assertThatThrownBy(() -> OwnHost.of(board))
                .isInstanceOfSatisfying(
                        GadgetException.class, e -> assertThat(e.status()).isEqualTo(ExitStatus.NO_KERNEL_SUPPORT))
                .hasMessageStartingWith("The kernel has no vhci-hcd (module vhci_hcd, CONFIG_USBIP_VHCI_HCD)");
    }
}
