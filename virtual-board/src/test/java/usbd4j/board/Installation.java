package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The board's packages and units. */
final class Installation {
    static final Path RUNNING_SYSTEMD = Path.of("/run/systemd/system");

    private static final List<Path> FOLDERS = Stream.of("/etc", "/usr/bin", "/usr/lib/systemd", "/usr/share", "/var")
            .map(Path::of)
            .toList();

    /** Deep enough to see the first folder of each thing that may be left. */
    private static final int DEPTH = 3;

    /** What dpkg and useradd write down, and their backups. */
    private static final Pattern OF_THE_TOOLS =
            Pattern.compile("/var/lib/dpkg/.*|/var/log/.*|/etc/.*-|/etc/\\.pwd\\.lock|/etc/g?shadow");

    private Installation() {}

    /** {@return the package that the build made} */
    static Path built() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("package/target"))) {
            return files.filter(file -> file.toString().endsWith("_all.deb"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Runs a program as an administrator of a board does, who has none of the variables that the tests set. */
    static Tool run(String... command) {
        String path = Path.of("virtual-board/units").toAbsolutePath() + ":" + System.getenv("PATH");
        return Tool.run(Tool.join(List.of("env", "-u", "USBD4J_HOME", "-u", "USBD4J_CACHE", "PATH=" + path), command));
    }

    /** {@return what a program writes that succeeds} */
    static String succeed(String... command) {
        Tool tool = run(command);
        assertThat(tool.status()).as("%s: %s", List.of(command), tool.output()).isZero();
        return tool.output();
    }

    /**
     * Has dpkg do something. The packages of an ARM board were only unpacked, and so it knows of none: neither of those that this
     * one depends on.
     */
    static String dpkg(String action, String what) throws IOException {
        Path status = Path.of("/var/lib/dpkg/status");
        if (Files.notExists(status)) {
            Files.createFile(status);
        }
        return succeed("dpkg", "--force-depends", action, what);
    }

    /** {@return the files in which a package may leave something} */
    static Set<String> files() {
        Set<String> files = new TreeSet<>();
        for (Path folder : FOLDERS) {
            try (Stream<Path> below = Files.walk(folder, DEPTH)) {
                below.map(Path::toString)
                        .filter(file -> !OF_THE_TOOLS.matcher(file).matches())
                        .forEach(files::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    /** {@return what the device of a unit has written so far} */
    static String logOf(String unit) {
        try {
            return Files.readString(Path.of("/run/units", unit + ".log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the host has configured a unit's device for the nth time. */
    static void awaitConfigured(String unit, int times) {
        Wait.until(
                "%s is configured, %d".formatted(unit, times),
                () -> logOf(unit).split("configured by the host", -1).length > times);
    }
}
