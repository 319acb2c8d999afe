package usbd4j.gadget.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usbd4j.gadget.Command;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.FakeBoard;
import usbd4j.gadget.Lack;
import usbd4j.gadget.Permission;

class KernelSupportTest {
    @TempDir
    private Path root;

    private FakeBoard fake;
    private KernelSupport support;

    @BeforeEach
    void make() throws IOException {
        fake = new FakeBoard(root).modules("libcomposite").file("proc/self/mounts", "proc /proc proc rw 0 0");
        support = new KernelSupport(fake.board());
    }

    @Test
    void firstTheModuleIsLoaded() {
        assertThat(support.noGadgets().remedy().command()).contains(Command.safe("modprobe", "libcomposite"));
    }

    @Test
    void withTheModuleConfigfsIsMounted() throws IOException {
        fake.loaded("libcomposite");

        assertThat(support.noGadgets().remedy().command())
                .contains(Command.safe(
                        "mount",
                        "-t",
                        "configfs",
                        "none",
                        fake.board().configfs().toString()));
    }

    @Test
    void eachEndsWithTheStatusOfAKernelThatLacksSomething() {
        assertThat(support.noGadgets().status()).isEqualTo(ExitStatus.NO_KERNEL_SUPPORT);
        assertThat(support.noFunctionFs().status()).isEqualTo(ExitStatus.NO_KERNEL_SUPPORT);
        assertThat(support.noGadgetFs().status()).isEqualTo(ExitStatus.NO_KERNEL_SUPPORT);
    }

    @Test
    void aModuleThatOnlyRootMayLoadIsNotMissing() throws IOException {
        fake.asNobody();

        assertThat(support.whyWithout("libcomposite", KernelSupport::noGadgets))
                .isEqualTo(new Lack(
                        ExitStatus.NO_PERMISSION,
                        "Only root with CAP_SYS_MODULE may load the module libcomposite",
                        Permission.REMEDY));
    }

    @Test
    void whoMayLoadItIsToldWhatIsMissing() throws IOException {
        fake.asRoot();

        assertThat(support.whyWithout("libcomposite", KernelSupport::noGadgets)).isEqualTo(support.noGadgets());
    }

    @Test
    void aModuleThatIsNotThereIsMissingForAnybody() throws IOException {
        fake.asNobody();

        assertThat(support.whyWithout("gadgetfs", KernelSupport::noGadgetFs)).isEqualTo(support.noGadgetFs());
    }

    @Test
    void withoutGadgetFsThereIsFunctionFs() {
        assertThat(support.noGadgetFs().toString()).contains("module gadgetfs", "--bus functionfs");
    }
}
