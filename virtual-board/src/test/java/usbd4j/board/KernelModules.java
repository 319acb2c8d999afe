package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Keeps kernel modules out, as if the kernel had been built without them, until it is closed. */
final class KernelModules implements AutoCloseable {
    private static final Path KEPT_OUT = Path.of("/etc/modprobe.d/board-test.conf");
    private static final Path LOADER = Path.of("/proc/sys/kernel/modprobe");

    private final String loader = UsbHost.read(Path.of("/proc/sys/kernel"), "modprobe");
    private final List<String> modules;

    private KernelModules(List<String> modules) {
        this.modules = modules;
    }

    static KernelModules without(String... modules) {
        KernelModules missing = new KernelModules(List.of(modules));
        for (String module : modules) {
            assertThat(Tool.run("modprobe", "-r", module)).isEqualTo(new Tool(0, ""));
        }
        UsbHost.write(LOADER, "/bin/false");
        return missing;
    }

    /** Unloads modules, and keeps them from being loaded by {@code modprobe}, too, until {@link #letIn}. */
    static void keepOut(String... modules) throws IOException {
        Files.createDirectories(KEPT_OUT.resolveSibling(""));
        List<String> settings = new ArrayList<>();
        for (String module : modules) {
            assertThat(Tool.run("modprobe", "-r", module)).isEqualTo(new Tool(0, ""));
            settings.add("install %s /bin/false".formatted(module));
        }
        Files.write(KEPT_OUT, settings);
    }

    static void letIn() throws IOException {
        Files.deleteIfExists(KEPT_OUT);
    }

    /**
     * {@return the environment variable PATH with what the launcher needs, and no modprobe}
     *
     * @param directory an empty folder, for that
     */
    static String pathWithoutModprobe(Path directory) throws IOException {
        Files.createSymbolicLink(directory.resolve("readlink"), Path.of("/usr/bin/readlink"));
        Files.createSymbolicLink(
                directory.resolve("java"),
                Path.of(ProcessHandle.current().info().command().orElseThrow()));
        return "PATH=" + directory;
    }

    @Override
    public void close() {
        UsbHost.write(LOADER, loader);
        for (String module : modules) {
            assertThat(Tool.run("modprobe", module)).isEqualTo(new Tool(0, ""));
        }
    }
}
