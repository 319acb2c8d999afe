package usbd4j.gadget.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.FakeBoard;
import usbd4j.gadget.Lack;
import usbd4j.gadget.Remedy;
import usbd4j.gadget.kernel.MountTable;
import usbd4j.gadget.library.TemporaryFolder;
import usbd4j.gadget.serve.BusKind;

/** A board that has everything, and each need taken away. */
class DoctorTest {
    private static final Optional<Lack> NOT_LOADED =
            Optional.of(new Lack(ExitStatus.NOT_READY, "It does not load", Remedy.byHand("take another")));

    @TempDir
    private Path root;

    private FakeBoard fake;
    private Optional<Lack> library = Optional.empty();

    @BeforeEach
    void makeABoardThatHasEverything() throws IOException {
        root = root.toRealPath();
        fake = new FakeBoard(root)
                .model("Raspberry Pi 4 Model B Rev 1.4", "raspberrypi,4-model-b", "brcm,bcm2711")
                .modules("usb_f_fs", "gadgetfs", "vhci-hcd", "libcomposite")
                .loaded("libcomposite")
                .file("proc/device-tree/soc/usb@7e980000/dr_mode", "peripheral\0")
                .asRoot()
                .file("proc/self/mounts", "none / ext4 rw 0 0")
                .file("proc/meminfo", "MemTotal:  500000 kB\nMemAvailable:  300000 kB")
                .file("sys/bus/event_source/devices/kprobe/type", "8")
                .controller("fe980000.usb", "");
        Files.createDirectories(fake.board().gadgets());
        Files.createDirectories(root.resolve("drivers/dwc2"));
        Files.createDirectories(root.resolve("devices/fe980000.usb/device"));
        Files.createSymbolicLink(root.resolve("devices/fe980000.usb/device/driver"), root.resolve("drivers/dwc2"));
    }

    @Test
    void allIsOk() {
        assertThat(look().rows()).allSatisfy(row -> {
            assertThat(row.state()).as(row.name()).isEqualTo(State.OK);
            assertThat(row.advice()).as(row.name()).isEmpty();
        });
        assertThat(look().isReady()).isTrue();
    }

    @Test
    void eachIsDescribed() {
        assertThat(row("board").found()).isEqualTo("Raspberry Pi 4 Model B Rev 1.4");
        assertThat(row("board").needed()).contains("USB-C");
        assertThat(row("kernel").found()).isEqualTo("6.12.1-test");
        assertThat(row("Java").found()).isEqualTo("17.0.13 (a machine)");
        assertThat(row("memory").found()).isEqualTo("292 MiB available");
        assertThat(row("controller").found()).isEqualTo("fe980000.usb (driver dwc2)");
        assertThat(row("role of the port").found()).isEqualTo("dr_mode peripheral");
        assertThat(row("FunctionFS").found()).isEqualTo("can be loaded");
    }

    @Test
    void aPcIsNoBoard() throws IOException {
        Files.delete(root.resolve("proc/device-tree/model"));
        Files.delete(root.resolve("proc/device-tree/compatible"));
        fake.file("sys/class/dmi/id/product_name", "Standard PC");

        assertThat(row("board").state()).isEqualTo(State.NOTE);
        assertThat(row("board").found()).isEqualTo("a PC (Standard PC)");
    }

    @Test
    void anUnknownBoardMayWorkAllTheSame() throws IOException {
        fake.model("Acme", "acme,one");

        assertThat(row("board").state()).isEqualTo(State.NOTE);
        assertThat(look().isReady()).isTrue();
    }

    @Test
    void anOlderKernelIsANote() throws IOException {
        fake.file("proc/sys/kernel/osrelease", "6.1.0-test");

        assertThat(row("kernel").state()).isEqualTo(State.NOTE);
        assertThat(row("kernel").advice().orElse("")).contains("6.12", "--bus gadgetfs");
    }

    @Test
    void littleMemoryIsANote() throws IOException {
        fake.file("proc/meminfo", "MemAvailable:  30000 kB");

        assertThat(row("memory").state()).isEqualTo(State.NOTE);
    }

    @Test
    void withoutAControllerAndVhciItIsNotReady() throws IOException {
        takeControllerAway();
        fake.modules("usb_f_fs", "gadgetfs", "libcomposite");

        assertThat(row("controller").state()).isEqualTo(State.MISSING);
        assertThat(look().verdict()).isEqualTo("not ready: controller");
    }

    @Test
    void withoutAControllerItIsReadyThroughVhci() throws IOException {
        takeControllerAway();

        assertThat(row("controller").state()).isEqualTo(State.NOTE);
        assertThat(look().isReady()).isTrue();
        assertThat(look().bus()).isEqualTo(BusKind.VHCI);
    }

    @Test
    void throughVhciNothingOfGadgetsIsNeeded() throws IOException {
        takeControllerAway();
        Files.delete(fake.board().gadgets());
        Files.delete(root.resolve("sys/module/libcomposite"));
        fake.modules().asNobody().file("sys/devices/platform/vhci_hcd.0/attach", "");

        assertThat(Stream.of("controller", "permission", "configfs", "FunctionFS")
                        .map(this::row)
                        .map(Row::state))
                .containsOnly(State.NOTE);
        assertThat(look().isReady()).isTrue();
    }

    @Test
    void throughVhciWhatEachRunNeedsIsNeededToo() throws IOException {
        takeControllerAway();
        library = NOT_LOADED;

        assertThat(look().verdict()).isEqualTo("not ready: native library");
    }

    @Test
    void withoutAControllerAndRootItIsNotReady() throws IOException {
        takeControllerAway();
        fake.asNobody();

        assertThat(look().verdict()).isEqualTo("not ready: permission, controller");
        assertThat(row("controller").advice().orElse("")).contains("; as root (sudo), --bus vhci needs none");
    }

    private void takeControllerAway() throws IOException {
        Files.delete(fake.board().controllers().resolve("fe980000.usb"));
    }

    @Test
    void anAdapterThatMakesTheBoardAHostIsANote() throws IOException {
        fake.file("devices/fe980000.usb/device/mode", "a_host");

        assertThat(row("role of the port").state()).isEqualTo(State.NOTE);
        assertThat(row("role of the port").found()).isEqualTo("musb a_host, dr_mode peripheral");
    }

    @Test
    void aControllerThatIsHeldIsMissing() throws IOException {
        fake.gadget("g1", "fe980000.usb");

        assertThat(row("controller held by").state()).isEqualTo(State.MISSING);
        assertThat(row("controller held by").found()).isEqualTo("g1 (fe980000.usb)");
        assertThat(row("controller held by").advice().orElse("")).startsWith("the controller is held by gadget \"g1\"");
    }

    @Test
    void aControllerThatIsHeldBesideOneThatIsFreeIsFine() throws IOException {
        fake.gadget("g1", "fe980000.usb");
        fake.controller("other.usb", "");

        assertThat(row("controller held by").state()).isEqualTo(State.OK);
    }

    @Test
    void configfsThatARunWouldMountIsANote() throws IOException {
        Files.delete(fake.board().gadgets());

        assertThat(row("configfs").state()).isEqualTo(State.NOTE);
        assertThat(look().safeCommands())
                .singleElement()
                .hasToString("mount -t configfs none " + root + "/sys/kernel/config");
    }

    @Test
    void configfsThatTheKernelDoesNotHaveIsMissing() throws IOException {
        Files.delete(fake.board().gadgets());
        Files.delete(root.resolve("sys/module/libcomposite"));
        fake.modules("usb_f_fs");

        assertThat(row("configfs").state()).isEqualTo(State.MISSING);
    }

    @Test
    void withoutFunctionFsItIsNotReady() throws IOException {
        fake.file("etc/modprobe.d/mine.conf", "blacklist usb_f_fs");

        assertThat(row("FunctionFS").state()).isEqualTo(State.MISSING);
        assertThat(row("FunctionFS").advice().orElse(""))
                .startsWith("The kernel has no FunctionFS")
                .endsWith(": modprobe usb_f_fs");
    }

    @Test
    void withoutTheModulesThatSomeDevicesUseItIsReady() throws IOException {
        fake.modules("usb_f_fs", "libcomposite");

        assertThat(row("GadgetFS").state()).isEqualTo(State.NOTE);
        assertThat(row("vhci-hcd").state()).isEqualTo(State.NOTE);
        assertThat(look().isReady()).isTrue();
    }

    @Test
    void withoutKernelProbesItIsReady() throws IOException {
        Files.delete(root.resolve("sys/bus/event_source/devices/kprobe/type"));

        assertThat(row("kernel probes").state()).isEqualTo(State.NOTE);
    }

    @Test
    void withoutRootItIsNotReady() throws IOException {
        fake.asNobody();

        assertThat(row("permission").state()).isEqualTo(State.MISSING);
        assertThat(row("permission").advice().orElse("")).contains("sudo", "--functionfs");
    }

    @Test
    void rootOfAContainerMayNotMount() throws IOException {
        fake.asRootOfAContainer();

        assertThat(row("permission").state()).isEqualTo(State.MISSING);
        assertThat(row("permission").found()).contains("CAP_SYS_ADMIN");
    }

    @Test
    void withoutRootAPreparedFunctionFsWillDo() throws IOException {
        fake.asNobody()
                .file("ready/ep0", "")
                .file("proc/self/mounts", "usbd4j %s functionfs rw 0 0".formatted(root.resolve("ready")));

        assertThat(row("permission").state()).isEqualTo(State.OK);
        assertThat(row("permission").found()).isEqualTo("run --functionfs " + root.resolve("ready"));
    }

    @Test
    void aFolderFromWhichNothingRunsIsMissingUnlessTheLibraryIsUnpackedAlready() throws IOException {
        fake.file("proc/self/mounts", "tmpfs %s tmpfs rw,noexec 0 0".formatted(root));

        assertThat(row("temporary folder").state()).isEqualTo(State.NOTE);
        library = NOT_LOADED;
        assertThat(row("temporary folder").state()).isEqualTo(State.MISSING);
    }

    @Test
    void aLibraryThatDoesNotLoadIsMissing() {
        library = NOT_LOADED;

        assertThat(row("native library").state()).isEqualTo(State.MISSING);
        assertThat(row("native library").advice()).contains("It does not load; take another");
    }

    private Report look() {
        MountTable mounts = new MountTable(root.resolve("proc/self/mounts"));
        return new Doctor(
                        fake.board(),
                        Doctor.checks(
                                fake.board(),
                                new JavaCheck("17.0.13", "a machine"),
                                new TemporaryFolderCheck(new TemporaryFolder(root, mounts), library.isPresent()),
                                new NativeLibraryCheck("JNA", library)))
                .look();
    }

    private Row row(String name) {
        return look().rows().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
