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
        // This machine's own, if it has one.
        Installation.succeed("rm", "-rf", "/var/cache/usbd4j");
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
        Installation.dpkg("--unpack", Installation.built().toString());

        assertThat(Installation.succeed(
                        "env", "JAVA_HOME=/nowhere", "dpkg", "--force-depends", "--configure", "usbd4j"))
                .contains("warning: it will start slowly");
        assertThat(ARCHIVE).doesNotExist();
        assertThat(Installation.succeed("dpkg-query", "--show", "--showformat=${Status}", "usbd4j"))
                .isEqualTo("install ok installed");
    }

    private void assertStartsWithArchive() throws IOException {
        Path log = directory.resolve("loaded");

        Installation.succeed("env", "USBD4J_JAVA_OPTIONS=-Xlog:class+load:file=" + log, "usbd4j", "--version");

        assertThat(Files.readAllLines(log))
                .anyMatch(line -> line.contains("usbd4j.") && line.endsWith("shared objects file (top)"))
                .noneMatch(line -> line.endsWith("usbd4j.jar"));
    }

    private void servesAndIsUpgraded() throws IOException {
        Path firmware = Files.writeString(directory.resolve("firmware"), "the new one");
        Path device = SETTINGS.resolve("device.toml");
        Files.writeString(device, Installation.succeed("usbd4j", "device", "template", "dfu"));
        Installation.succeed("systemctl", "start", "usbd4j.service");
        Installation.awaitConfigured("usbd4j.service", 1);
        assertThat(Tool.dfuUtil("-l").output()).contains("Found Runtime: [1209:0001]");
        Tool download = Tool.dfuUtil("-d", "1209:0001,1209:0002", "-R", "-D", firmware.toString());
        assertThat(download.output()).contains("Download done");
        // Once in DFU mode, and once with the new firmware.
        Installation.awaitConfigured("usbd4j.service", 3);

        Installation.dpkg("--install", newer().toString());

        assertThat(Files.readString(Path.of("/run/units/asked"))).contains("try-restart");
        Installation.awaitConfigured("usbd4j.service", 4);
        assertThat(Tool.dfuUtil("-l").output()).contains("Found Runtime: [1209:0001]");
        assertThat(ARCHIVE).exists();
        Installation.succeed("systemctl", "stop", "usbd4j.service");
        assertThat(LeftBehind.look()).isEmpty();
    }

    private static void servesWithoutRoot() throws IOException {
        Installation.succeed("systemctl", "start", "usbd4j-unprivileged.service");
        Installation.awaitConfigured("usbd4j-unprivileged.service", 1);

        assertThat(Tool.dfuUtil("-l").output()).contains("Found Runtime: [1209:0001]");
        assertThat(Installation.succeed("ps", "-C", "java", "-o", "user")).contains("usbd4j");

        Installation.succeed("systemctl", "stop", "usbd4j-unprivileged.service");
        assertThat(LeftBehind.look()).isEmpty();
    }

    private static void isRemovedWhileItServes() throws IOException {
        Path device = SETTINGS.resolve("blinky.toml");
        Files.copy(Path.of("/usr/share/usbd4j/devices/runtime.toml"), device);
        Installation.succeed("systemctl", "start", "usbd4j@blinky.service");
        Installation.awaitConfigured("usbd4j@blinky.service", 1);
        assertThat(Path.of("/sys/kernel/config/usb_gadget/blinky")).exists();

        Installation.dpkg("--remove", "usbd4j");

        assertThat(LeftBehind.look()).isEmpty();
        assertThat(ARCHIVE).doesNotExist();
        assertThat(device).as("what only a purge removes").exists();
    }

    /** {@return the package as a newer version} */
    private Path newer() throws IOException {
        Path content = directory.resolve("newer");
        Path file = directory.resolve("newer.deb");
        Installation.succeed("dpkg-deb", "--raw-extract", Installation.built().toString(), content.toString());
        Path control = content.resolve("DEBIAN/control");
        Files.writeString(control, Files.readString(control).replaceFirst("(?m)^Version: .*", "$0.newer"));
        Installation.succeed("dpkg-deb", "-Znone", "--build", content.toString(), file.toString());
        return file;
    }
}
