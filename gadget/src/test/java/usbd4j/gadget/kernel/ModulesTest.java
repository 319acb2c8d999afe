package usbd4j.gadget.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import usbd4j.gadget.Command;
import usbd4j.gadget.FakeBoard;

class ModulesTest {
    @TempDir
    private Path root;

    private FakeBoard fake;
    private Modules modules;

    @BeforeEach
    void make() throws IOException {
        fake = new FakeBoard(root).modules("usb_f_fs", "vhci-hcd");
        modules = new Modules(fake.board());
    }

    @Test
    void oneOfTheKernelsFolderCanBeLoaded() {
        assertThat(modules.state("usb_f_fs")).isEqualTo(ModuleState.LOADABLE);
    }

    @Test
    void dashesAndUnderscoresAreTheSame() {
        assertThat(modules.state("vhci_hcd")).isEqualTo(ModuleState.LOADABLE);
    }

    @Test
    void oneInSysfsIsLoaded() throws IOException {
        fake.loaded("usb_f_fs");

        assertThat(modules.state("usb_f_fs")).isEqualTo(ModuleState.LOADED);
    }

    @Test
    void oneThatThisKernelHasBuiltInIsThereWithoutAnything() throws IOException {
        fake.file("lib/modules/%s/modules.builtin".formatted(FakeBoard.RELEASE), "kernel/fs/configfs/libcomposite.ko");

        assertThat(modules.state("libcomposite")).isEqualTo(ModuleState.BUILT_IN);
    }

    @Test
    void oneThatOthersNeedIsNotThereByThat() throws IOException {
        fake.file(
                "lib/modules/%s/modules.dep".formatted(FakeBoard.RELEASE),
                "kernel/a.ko: kernel/libcomposite.ko\nkernel/b.ko: kernel/libcomposite.ko");
        assertThat(modules.state("libcomposite")).isEqualTo(ModuleState.ABSENT);

        fake.file(
                "lib/modules/%s/modules.dep".formatted(FakeBoard.RELEASE),
                "kernel/a.ko: kernel/libcomposite.ko\nkernel/libcomposite.ko.xz:");
        assertThat(modules.state("libcomposite")).isEqualTo(ModuleState.LOADABLE);
    }

    @Test
    void aNameThatOnlyBeginsTheSameIsAnother() {
        assertThat(modules.state("usb_f")).isEqualTo(ModuleState.ABSENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"blacklist usb_f_fs", "  install usb-f-fs /bin/false", "install usb_f_fs /usr/bin/true"})
    void oneThatModprobeKeepsOutIsBlocked(String line) throws IOException {
        fake.file("etc/modprobe.d/mine.conf", line);

        assertThat(modules.state("usb_f_fs")).isEqualTo(ModuleState.BLOCKED);
        assertThat(modules.remedy("usb_f_fs").advice()).contains(line.strip());
    }

    @Test
    void oneThatIsBlacklistedCanBeLoadedByItsName() throws IOException {
        fake.file("etc/modprobe.d/mine.conf", "blacklist usb_f_fs");

        assertThat(modules.remedy("usb_f_fs").command()).contains(Command.safe("modprobe", "usb_f_fs"));
    }

    @Test
    void oneThatModprobeReplacesByACommandIsLoadedByHandAlone() throws IOException {
        fake.file("etc/modprobe.d/mine.conf", "install usb_f_fs /bin/false");

        assertThat(modules.remedy("usb_f_fs").command()).isEmpty();
        assertThat(modules.remedy("usb_f_fs").advice()).endsWith(": modprobe --ignore-install usb_f_fs");
    }

    @Test
    void whatElseStandsInModprobeDKeepsNothingOut() throws IOException {
        fake.file("etc/modprobe.d/mine.conf", "# blacklist usb_f_fs\noptions usb_f_fs x=1\nblacklist other")
                .file("etc/modprobe.d/README", "blacklist usb_f_fs");

        assertThat(modules.state("usb_f_fs")).isEqualTo(ModuleState.LOADABLE);
    }

    @Test
    void oneThatCanBeLoadedIsLoaded() {
        assertThat(modules.remedy("usb_f_fs").command()).contains(Command.safe("modprobe", "usb_f_fs"));
    }

    @Test
    void oneThatThisKernelDoesNotHaveNeedsAnotherKernel() {
        assertThat(modules.remedy("gadgetfs").toString()).contains("built without it");
    }

    @Test
    void modulesOfAnotherKernelThanTheRunningOneNeedAReboot() throws IOException {
        fake.file("proc/sys/kernel/osrelease", "6.12.2-running");

        assertThat(new Modules(fake.board()).remedy("usb_f_fs").toString())
                .contains("lib/modules/6.12.2-running", "reboot");
    }
}
