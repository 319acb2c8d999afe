package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
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

    private static final Path DATABASE = Path.of("/run/packages");

    /** What the board has of what usbd4j depends on. dpkg processes no triggers of a package that lacks something. */
    private static final String NEEDED = """
            Package: board
            Status: install ok installed
            Priority: optional
            Section: misc
            Maintainer: nobody <nobody@localhost>
            Architecture: all
            Version: 1
            Provides: default-jre-headless (= 2:1.17), kmod, mount, passwd
            Description: what the board has of what usbd4j needs

            """;

    /** Where a package may leave something. Not the folders below, which would take a board minutes. */
    private static final List<String> FOLDERS = List.of(
            "/etc",
            "/etc/systemd/system",
            "/etc/systemd/system/multi-user.target.wants",
            "/usr/bin",
            "/usr/lib/systemd/system",
            "/usr/share",
            "/usr/share/bash-completion/completions",
            "/usr/share/doc",
            "/usr/share/man",
            "/usr/share/man/man1",
            "/var",
            "/var/cache",
            "/var/lib");

    /** What useradd writes down, and its backups. */
    private static final Pattern OF_THE_TOOLS = Pattern.compile("/etc/.*-|/etc/\\.pwd\\.lock|/etc/g?shadow");

    private Installation() {}

    /** {@return the package that the build made} */
    static Path built() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("package/target"))) {
            return files.filter(file -> file.toString().endsWith("_all.deb"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * Runs a program as an administrator of a board does, who has none of the variables that the tests set. dpkg has a database of
     * its own: an ARM board's packages were only unpacked, and it has none; this machine's takes an emulated board minutes to read.
     */
    static Tool run(String... command) {
        String path = Path.of("virtual-board/units").toAbsolutePath() + ":" + System.getenv("PATH");
        return Tool.run(Tool.join(
                List.of("env", "-u", "USBD4J_HOME", "-u", "USBD4J_CACHE", "PATH=" + path, "DPKG_ADMINDIR=" + DATABASE),
                command));
    }

    /** {@return what a program writes that succeeds} */
    static String succeed(String... command) {
        Tool tool = run(command);
        assertThat(tool.status()).as("%s: %s", List.of(command), tool.output()).isZero();
        return tool.output();
    }

    /** Has dpkg do something. */
    static String dpkg(String action, String what) throws IOException {
        Path status = DATABASE.resolve("status");
        if (Files.notExists(status)) {
            for (String folder : List.of("info", "updates", "triggers")) {
                Files.createDirectories(DATABASE.resolve(folder));
            }
            Files.writeString(status, NEEDED);
            Files.createFile(DATABASE.resolve("info/board.list"));
        }
        return succeed("dpkg", action, what);
    }

    /** {@return the files where a package may leave something} */
    static Set<String> files() {
        Set<String> files = new TreeSet<>();
        for (String folder : FOLDERS) {
            String[] names = new File(folder).list();
            Stream.of(names == null ? new String[0] : names)
                    .map(name -> folder + "/" + name)
                    .filter(file -> !OF_THE_TOOLS.matcher(file).matches())
                    .forEach(files::add);
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

    /** Waits until the device of a unit has written these texts, one after the other, since its log had some length. */
    static void await(String unit, int since, String... texts) {
        Wait.until("%s writes %s".formatted(unit, List.of(texts)), () -> {
            String log = logOf(unit);
            int at = since;
            for (String text : texts) {
                at = at < 0 ? at : log.indexOf(text, at);
            }
            return at >= 0;
        });
    }
}
