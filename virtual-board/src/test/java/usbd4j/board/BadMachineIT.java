package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with the board is told in a sentence, with a status of its own, and nothing is left behind. */
class BadMachineIT {
    @TempDir
    private Path directory;

    private static final Path GADGETS = Path.of("/sys/kernel/config/usb_gadget");

    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "env", "HOME=/nonexistent");

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(LeftBehind.look()).isEmpty();
    }

    @Test
    void noController() throws IOException {
        KernelModules.keepOut("vhci_hcd");
        try (KernelModules none = KernelModules.without("dummy_hcd")) {
            assertFails(3, "There is no USB device controller in /sys/class/udc; a PC has none", Tool.usbd4j("run"));
            assertFails(3, "modprobe dummy_hcd", Tool.usbd4j("udcs"));
        } finally {
            KernelModules.letIn();
        }
    }

    @Test
    void noControllerForWhoAsksForOne() {
        try (KernelModules none = KernelModules.without("dummy_hcd")) {
            for (String[] asked :
                    new String[][] {{"--bus", "functionfs"}, {"--udc", "dummy_udc.0"}, {"--with-function", "acm.usb0"}
                    }) {
                assertFails(
                        3,
                        "There is no USB device controller",
                        Tool.usbd4j(Tool.join(List.of("run"), asked).toArray(String[]::new)));
            }
        }
    }

    @Test
    void notTheControllerAskedFor() {
        assertFails(
                3,
                "There is no USB device controller \"fe980000.usb\"; there is dummy_udc.0",
                Tool.usbd4j("run", "--udc", "fe980000.usb"));
    }

    @Test
    void controllerHeldByAnotherGadget() {
        try (RunningDevice holder = RunningDevice.configured("--name", "holder")) {
            assertFails(
                    4,
                    "Cannot bind gadget late to dummy_udc.0: the controller is held by gadget \"holder\"",
                    Tool.usbd4j("run", "--name", "late"));
        }
    }

    @Test
    void nameInUse() {
        try (RunningDevice first = RunningDevice.configured()) {
            assertFails(7, "Gadget \"usbd4j\" is in use: it is bound to dummy_udc.0", Tool.usbd4j("run"));
            assertFails(7, "Gadget \"usbd4j\" is in use", Tool.usbd4j("remove"));
        }
    }

    @Test
    void nameOfSomebodyElsesGadget() throws Exception {
        Path foreign = Files.createDirectory(GADGETS.resolve("g1"));
        Path function = Files.createDirectory(foreign.resolve("functions/acm.usb0"));
        try {
            assertFails(7, "that usbd4j did not make", Tool.usbd4j("run", "--name", "g1"));
            assertFails(7, "that usbd4j did not make", Tool.usbd4j("remove", "--name", "g1"));
            assertThat(function).isDirectory();
        } finally {
            Files.delete(function);
            Files.delete(foreign);
        }
    }

    @Test
    void noFunctionFs() {
        try (KernelModules none = KernelModules.without("usb_f_fs")) {
            assertFails(5, "The kernel has no FunctionFS (module usb_f_fs", Tool.usbd4j("run"));
        }
    }

    @Test
    void noSuchKernelFunction() {
        assertFails(5, "The kernel has no function \"warp\"", Tool.usbd4j("run", "--with-function", "warp.drive0"));
    }

    @Test
    void noConfigFs() throws IOException {
        Tool.run("umount", "/sys/kernel/config");
        try (KernelModules none = KernelModules.without("usb_f_acm", "usb_f_fs", "libcomposite", "configfs")) {
            // The program would load the module by itself.
            Tool run = Tool.run(Tool.join(
                    Tool.join(
                            List.of("env", KernelModules.pathWithoutModprobe(directory)), RunningDevice.PROGRAM.get(0)),
                    "run"));

            assertFails(5, "There is no /sys/kernel/config/usb_gadget", run);
        } finally {
            assertThat(Tool.run("mount", "-t", "configfs", "none", "/sys/kernel/config"))
                    .isEqualTo(new Tool(0, ""));
        }
    }

    @Test
    void noPermissionToMakeAGadget() {
        Tool run = asNobody("run");

        assertFails(6, "cannot make directory /sys/kernel/config/usb_gadget/usbd4j: EACCES, permission denied", run);
        assertThat(run.output())
                .contains(
                        "Run as root (sudo), or serve what root created for this user: see \"usbd4j create\" and --functionfs");
    }

    @Test
    void noFunctionFsWhereItShouldBePrepared() {
        assertFails(11, "There is no FunctionFS mounted at /tmp", Tool.usbd4j("run", "--functionfs", "/tmp"));
    }

    @Test
    void noPermissionToServeWhatWasPreparedForSomebodyElse() {
        assertThat(Tool.run("configfs-scripts/create").status()).isZero();
        try {
            Tool run = asNobody("run", "--functionfs", "/run/usbd4j/usbd4j");

            assertFails(6, "No permission to look into /run/usbd4j/usbd4j (EACCES)", run);
        } finally {
            assertThat(Tool.run("configfs-scripts/remove").status()).isZero();
        }
    }

    private static Tool asNobody(String... arguments) {
        return Tool.run(Tool.join(Tool.join(AS_NOBODY, RunningDevice.PROGRAM.toArray(String[]::new)), arguments));
    }

    @Test
    void controllerThatVanishesWhileServing() {
        RunningDevice device = RunningDevice.configured();
        ControllerDriver.unbind();
        try {
            assertThat(device.outputAtEnd()).contains("the USB device controller dummy_udc.0 is gone");
            assertThat(device.statusAtEnd()).isEqualTo(8);
        } finally {
            ControllerDriver.bind();
        }
    }

    @Test
    void commandOnDetachThatFails() {
        RunningDevice device = RunningDevice.configured("--on-detach=exec:false");

        assertThat(Tool.dfuUtil("-e", "-d", "1209:0001").status()).isZero();

        assertThat(device.outputAtEnd()).contains("\"false\" ended with status 1");
        assertThat(device.statusAtEnd()).isEqualTo(9);
    }

    private static void assertFails(int status, String sentence, Tool run) {
        assertThat(run.output()).startsWith("usbd4j: ").contains(sentence).doesNotContain("\tat ");
        assertThat(run.status()).isEqualTo(status);
    }
}
