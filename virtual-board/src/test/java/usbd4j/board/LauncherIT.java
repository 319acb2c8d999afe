package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, and the archive of classes that it starts Java with. */
class LauncherIT {
    @TempDir
    private Path directory;

    @Tag("short")
    @Test
    void theArchiveHasEveryClassOfARun() throws IOException {
        Path log = directory.resolve("loaded");
        RunningDevice device = RunningDevice.startAs(
                started("USBD4J_JAVA_OPTIONS=-Xlog:class+load:file=" + log, "run", "--on-detach=exit"));
        try (device) {
            device.awaitLine("configured by the host");
            assertThat(Tool.dfuUtil("-e").status()).isZero();
            device.outputAtEnd();
        }

        assertThat(Files.readAllLines(log))
                .anyMatch(line -> line.contains("usbd4j.") && line.endsWith("shared objects file (top)"))
                .noneMatch(line -> line.endsWith("usbd4j.jar"));
    }

    /** Parts of Java each of which takes an arm64 board 25 to 100 ms the first time. */
    @Test
    void aStartLoadsNothingThatTakesLong() throws IOException {
        Path log = directory.resolve("loaded");
        try (RunningDevice device =
                RunningDevice.startAs(started("USBD4J_JAVA_OPTIONS=-Xlog:class+load:file=" + log, "run"))) {
            device.awaitLine("configured by the host");

            assertThat(Files.readAllLines(log))
                    .anyMatch(line -> line.contains("usbd4j.stack.functionfs.FunctionFsBus "))
                    // Numbers in the machine's language, the world's time zones, security properties, equals of a
                    // record.
                    .noneMatch(line -> line.contains("java.text.DecimalFormatSymbols "))
                    .noneMatch(line -> line.contains("sun.util.calendar.ZoneInfoFile "))
                    .noneMatch(line -> line.contains("java.security.Security "))
                    .noneMatch(line -> line.contains("java.lang.runtime.ObjectMethods "));
        }
    }

    @Test
    void aRunNeedsNoArchive() {
        assertStarts(version("USBD4J_CACHE=" + directory));
    }

    @Test
    void anArchiveOfAnotherJarIsLeftAlone() throws IOException {
        Path jar = Path.of("gadget/target/usbd4j.jar");
        Files.copy(jar, directory.resolve(jar.getFileName()));

        assertStarts(version("USBD4J_HOME=" + directory));
    }

    @Test
    void aFileThatIsNoArchiveIsLeftAlone() throws IOException {
        Files.writeString(directory.resolve("usbd4j.jsa"), "Lorem ipsum");

        assertStarts(version("USBD4J_CACHE=" + directory));
    }

    @Test
    void aJavaThatIsMissingIsNamed() {
        assertThat(version("JAVA_HOME=/nowhere"))
                .isEqualTo(
                        new Tool(
                                127,
                                "usbd4j: there is no /nowhere/bin/java; install Java 17 or later, such as the package openjdk-17-jre-headless\n"));
    }

    private static Tool version(String variable) {
        return Tool.run(started(variable, "--version"));
    }

    private static List<String> started(String variable, String... arguments) {
        return Tool.join(List.of("env", variable, RunningDevice.PROGRAM.get(0)), arguments);
    }

    private static void assertStarts(Tool version) {
        assertThat(version.status()).isZero();
        assertThat(version.output()).matches("usbd4j [^\n]+\n");
    }
}
