package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Each need is taken away in turn: the doctor's row turns, {@code run} says the same sentence, and the command that ends it heals
 * the row, as the next look shows. One test for all, because each start of the program takes its time.
 */
class DoctorIT {
    private static final Path NO_EXECUTION = Path.of("/run/noexec");
    private static final Path BLACKLIST = Path.of("/etc/modprobe.d/doctor-test.conf");
    private static final Path HOLDER = Path.of("/sys/kernel/config/usb_gadget/holder");
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "env", "HOME=/nonexistent");
    private static final List<String> FROM_NO_EXECUTION =
            List.of("env", "XDG_CACHE_HOME=" + NO_EXECUTION, "USBD4J_CACHE=/nowhere");

    private static final String READ =
            "import json, sys; r = json.load(open(sys.argv[1])); print(r['ready'], ','.join(x['name'] for x in r['rows'] if x['state'] != 'ok'))";

    @BeforeEach
    void prepare() throws IOException {
        Files.createDirectory(NO_EXECUTION);
        shell("mount -t tmpfs -o noexec tmpfs " + NO_EXECUTION);
        Files.createDirectories(BLACKLIST.resolveSibling(""));
    }

    @AfterEach
    void tidy() throws IOException {
        Files.deleteIfExists(BLACKLIST);
        KernelModules.letIn();
        shell("umount %s; rmdir %1$s".formatted(NO_EXECUTION));
        shell("modprobe -a dummy_hcd usb_f_fs");
        if (Files.isDirectory(HOLDER)) {
            shell(
                    "cd %s; { echo >UDC; } 2>/dev/null; rm configs/c.1/acm.usb0; rmdir configs/c.1 functions/acm.usb0; rmdir %1$s"
                            .formatted(HOLDER));
        }
        assertThat(LeftBehind.look()).isEmpty();
    }

    @Test
    void eachNeedThatIsTakenAwayIsNamedAndHealedByTheAdvice() throws IOException {
        takeFunctionFsAway();
        shell("umount /sys/kernel/config");
        Tool repaired = Tool.usbd4j("doctor", "--fix");
        assertThat(repaired.output())
                .contains("running: modprobe usb_f_fs\n", "running: mount -t configfs none /sys/kernel/config\n");
        Diagnosis ready = Diagnosis.of(repaired);
        assertThat(ready.status()).as(repaired.output()).isZero();
        assertThat(ready.verdict()).isEqualTo("ready");
        // The virtual board is a PC, and 6.1 is an older kernel.
        assertThat(ready.in("note")).isSubsetOf("board", "kernel");

        KernelModules.keepOut("vhci_hcd");
        Diagnosis withoutVhci = Diagnosis.of(usbd4j(List.of(), "doctor"));
        assertThat(withoutVhci.verdict()).isEqualTo("ready");
        shell("modprobe -r dummy_hcd");
        Diagnosis noController = look(List.of(), withoutVhci, "controller");
        assertThat(run(List.of(), 3)).contains(noController.advice().get("controller"));

        KernelModules.letIn();
        Diagnosis ownHost = Diagnosis.of(usbd4j(List.of(), "doctor"));
        assertThat(ownHost.status()).isZero();
        assertThat(ownHost.verdict()).startsWith("ready through vhci-hcd: ");
        assertThat(ownHost.states()).containsEntry("controller", "note");
        noController.follow("controller");

        holdTheController();
        Diagnosis held = look(List.of(), ready, "controller held by");
        assertThat(run(List.of(), 4)).contains(held.advice().get("controller held by"));
        held.follow("controller held by");

        Diagnosis noExecution = look(FROM_NO_EXECUTION, ready, "temporary folder", "native library");
        assertThat(run(FROM_NO_EXECUTION, 10)).contains(noExecution.advice().get("native library"));
        noExecution.follow("temporary folder");

        shell("umount /sys/kernel/config");
        Diagnosis unmounted = Diagnosis.of(usbd4j(FROM_NO_EXECUTION, "doctor"));
        assertThat(unmounted.status()).isZero();
        assertThat(unmounted.in("missing")).isEmpty();
        assertThat(unmounted.states()).containsEntry("configfs", "note");
        unmounted.follow("configfs");

        takeFunctionFsAway();
        Diagnosis noFunctionFs = look(List.of(), ready, "FunctionFS");
        assertThat(run(List.of(), 5)).contains(noFunctionFs.advice().get("FunctionFS"));
        noFunctionFs.follow("FunctionFS");

        Diagnosis notRoot = look(AS_NOBODY, ready, "permission");
        // What run says then is asked in BadMachineIT.
        assertThat(notRoot.advice().get("permission")).contains("Run as root (sudo)", "--functionfs");

        Tool json = usbd4j(List.of(), "doctor", "--json");
        assertThat(json.status()).isZero();
        Path file = Files.writeString(Path.of("/run/doctor.json"), json.output());
        assertThat(Tool.run("/usr/bin/python3", "-c", READ, file.toString()))
                .isEqualTo(new Tool(0, "True %s\n".formatted(String.join(",", ready.in("note")))));
    }

    /** Only these rows are missing, and nothing else has turned. */
    private static Diagnosis look(List<String> prefix, Diagnosis ready, String... missing) {
        Tool doctor = usbd4j(prefix, "doctor");
        Diagnosis found = Diagnosis.of(doctor);
        assertThat(found.status()).isEqualTo(10);
        assertThat(found.in("missing")).as(doctor.output()).containsExactlyInAnyOrder(missing);
        assertThat(found.in("note")).isEqualTo(ready.in("note"));
        assertThat(found.verdict()).isEqualTo("not ready: " + String.join(", ", missing));
        return found;
    }

    private static String run(List<String> prefix, int status) {
        Tool run = usbd4j(prefix, "run");
        assertThat(run.status()).as(run.output()).isEqualTo(status);
        assertThat(run.output()).startsWith("usbd4j: ").doesNotContain("\tat ");
        return run.output();
    }

    private static Tool usbd4j(List<String> prefix, String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(RunningDevice.PROGRAM);
        return Tool.run(Tool.join(command, arguments));
    }

    private static void takeFunctionFsAway() throws IOException {
        shell("modprobe -r usb_f_fs");
        Files.writeString(BLACKLIST, "blacklist usb_f_fs\n");
    }

    private static void holdTheController() {
        shell(
                "mkdir %s && cd %1$s && mkdir functions/acm.usb0 configs/c.1 && ln -s functions/acm.usb0 configs/c.1 && echo dummy_udc.0 >UDC"
                        .formatted(HOLDER));
    }

    private static void shell(String script) {
        assertThat(Tool.run("sh", "-c", script)).as(script).isEqualTo(new Tool(0, ""));
    }
}
