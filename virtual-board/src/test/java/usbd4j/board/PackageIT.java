package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Debian package on a board: what dpkg makes of it, and the commands of its units. */
class PackageIT {
    private static final Path ARCHIVE = Path.of("/var/cache/usbd4j/usbd4j.jsa");
    private static final String RUN_TIME = "on the bus as 1209:0001";
    private static final String DFU_MODE = "on the bus as 1209:0002";
    private static final String CONFIGURED = "configured by the host";
    private static final Path SETTINGS = Path.of("/etc/usbd4j");

    @TempDir
    private Path directory;

    @AfterEach
    void end() throws IOException {
        Installation.run("systemctl", "stop", "*");
        Installation.dpkg("--purge", "usbd4j");
        Files.deleteIfExists(Installation.RUNNING_SYSTEMD);
    }

    /** One test, because installing takes an emulated board long. */
    @Tag("short")
    @Test
    void isInstalledServesIsUpgradedRemovedAndPurged() throws IOException {
        Files.createDirectories(Installation.RUNNING_SYSTEMD);
        // This machine's own, if it has them; the latter forbids packages of a container to start and stop units.
        Installation.succeed("rm", "-rf", "/var/cache/usbd4j", "/usr/sbin/policy-rc.d");
        Set<String> before = Installation.files();

        assertThat(Installation.dpkg("--install", Installation.built().toString()))
                .doesNotContain("warning: it will");
        assertThat(Installation.succeed("usbd4j", "--version")).startsWith("usbd4j ");
        assertThat(LeftBehind.look()).as("no unit is started").isEmpty();
        assertStartsWithArchive();

        servesAndIsUpgraded();
        servesWithoutRoot();
        isRemovedWhileItServes();

        Installation.dpkg("--purge", "usbd4j");
        assertThat(Installation.files()).isEqualTo(before);
        assertThat(Installation.run("getent", "passwd", "usbd4j").status()).isNotZero();
    }

    /** As in a chroot where an image is made. */
    @Test
    void isInstalledWhereNeitherJavaNorSystemdRuns() throws IOException {
        installWithoutJava();

        assertThat(Installation.succeed("dpkg-query", "--show", "--showformat=${Status}", "usbd4j"))
                .isEqualTo("install ok installed");
        assertThat(ARCHIVE).doesNotExist();
    }

    @Test
    void makesItsArchiveWhenJavaComes() throws IOException {
        installWithoutJava();
        Path content = directory.resolve("java");
        Path file =
                Files.createDirectories(content.resolve("usr/lib/jvm/another")).resolve("release");
        Files.writeString(file, "another Java");
        Files.writeString(Files.createDirectories(content.resolve("DEBIAN")).resolve("control"), """
                Package: another-java
                Version: 1
                Architecture: all
                Maintainer: nobody <nobody@localhost>
                Description: a file where Java is
                """);

        Installation.dpkg("--install", packed(content).toString());

        assertThat(ARCHIVE).exists();
        Installation.dpkg("--purge", "another-java");
    }

    private static void installWithoutJava() throws IOException {
        Installation.dpkg("--unpack", Installation.built().toString());
        assertThat(Installation.succeed("env", "JAVA_HOME=/nowhere", "dpkg", "--configure", "usbd4j"))
                .contains("warning: it will start slowly");
    }

    private void assertStartsWithArchive() throws IOException {
        Path log = directory.resolve("loaded");

        Installation.succeed("env", "USBD4J_JAVA_OPTIONS=-Xlog:class+load:file=" + log, "usbd4j", "--version");

        assertThat(Files.readAllLines(log))
                .anyMatch(line -> line.contains("usbd4j.") && line.endsWith("shared objects file (top)"))
                .noneMatch(line -> line.endsWith("usbd4j.jar"));
    }

    private void servesAndIsUpgraded() throws IOException {
        Path device = SETTINGS.resolve("device.toml");
        Files.writeString(device, Installation.succeed("usbd4j", "device", "template", "dfu"));
        takesFirmware("usbd4j.service");
        int since = Installation.logOf("usbd4j.service").length();

        Installation.dpkg("--install", newer().toString());

        assertThat(Files.readString(Path.of("/run/units/asked"))).contains("try-restart");
        Installation.await("usbd4j.service", since, RUN_TIME, CONFIGURED);
        assertThat(Tool.dfuUtil("-l").output()).contains("Found Runtime: [1209:0001]");
        assertThat(ARCHIVE).exists();
        Installation.succeed("systemctl", "stop", "usbd4j.service");
        assertThat(LeftBehind.look()).isEmpty();
    }

    private void takesFirmware(String unit) throws IOException {
        Path firmware = Files.writeString(directory.resolve("firmware"), "the new one");
        Installation.succeed("systemctl", "start", unit);
        Installation.await(unit, 0, RUN_TIME, CONFIGURED);
        assertThat(Tool.dfuUtil("-l").output()).contains("Found Runtime: [1209:0001]");
        // In two steps, since dfu-util waits 5 s at most for a device that it detached.
        assertThat(Tool.dfuUtil("-e", "-d", "1209:0001").status()).isZero();
        Installation.await(unit, 0, RUN_TIME, DFU_MODE, CONFIGURED);
        Tool download = Tool.dfuUtil("-d", ",1209:0002", "-R", "-D", firmware.toString());
        assertThat(download.output()).as(Installation.logOf(unit)).contains("Download done");
        Installation.await(unit, 0, RUN_TIME, DFU_MODE, RUN_TIME, CONFIGURED);
    }

    private void servesWithoutRoot() throws IOException {
        takesFirmware("usbd4j-unprivileged.service");
        assertThat(Installation.succeed("ps", "-C", "java", "-o", "user")).contains("usbd4j");

        Installation.succeed("systemctl", "stop", "usbd4j-unprivileged.service");
        assertThat(LeftBehind.look()).isEmpty();
    }

    private static void isRemovedWhileItServes() throws IOException {
        Path device = SETTINGS.resolve("blinky.toml");
        Files.copy(Path.of("/usr/share/usbd4j/devices/runtime.toml"), device);
        Installation.succeed("systemctl", "start", "usbd4j@blinky.service");
        Installation.await("usbd4j@blinky.service", 0, CONFIGURED);
        assertThat(Path.of("/sys/kernel/config/usb_gadget/blinky")).exists();

        Installation.dpkg("--remove", "usbd4j");

        assertThat(LeftBehind.look()).isEmpty();
        assertThat(ARCHIVE).doesNotExist();
        assertThat(device).as("what only a purge removes").exists();
    }

    /** {@return the package as a newer version} */
    private Path newer() throws IOException {
        Path content = directory.resolve("newer");
        Installation.succeed("dpkg-deb", "--raw-extract", Installation.built().toString(), content.toString());
        Path control = content.resolve("DEBIAN/control");
        Files.writeString(control, Files.readString(control).replaceFirst("(?m)^Version: .*", "$0.newer"));
        return packed(content);
    }

    private static Path packed(Path content) {
        Path file = content.resolveSibling(content.getFileName() + ".deb");
        Installation.succeed("dpkg-deb", "-Znone", "--build", content.toString(), file.toString());
        return file;
    }
}
