package usbd4j.gadget.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import usbd4j.gadget.Command;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.Lack;
import usbd4j.gadget.Remedy;
import usbd4j.gadget.kernel.MountTable;

/**
 * The folder into which JNA unpacks its native library, to run it from there.
 *
 * @param path its path; JNA makes it if it does not exist
 * @param mounts the mounts of this process
 */
public record TemporaryFolder(Path path, MountTable mounts) {
    private static final String ANOTHER =
            "start Java with -Djna.tmpdir=FOLDER, a folder that you may write and that is not mounted noexec";

    /** {@return the folder of this process} */
    public static TemporaryFolder ofThisProcess() {
        return of(System::getProperty, System.getenv("XDG_CACHE_HOME"), MountTable.OWN);
    }

    /**
     * {@return the folder that JNA chooses} The rule is that of {@code com.sun.jna.Native.getTempDir} on Linux.
     *
     * @param property reads a property of Java
     * @param cacheHome the environment's XDG_CACHE_HOME
     * @param mounts the mounts of this process
     */
    static TemporaryFolder of(UnaryOperator<@Nullable String> property, @Nullable String cacheHome, MountTable mounts) {
        String chosen = property.apply("jna.tmpdir");
        if (chosen != null) {
            return new TemporaryFolder(Path.of(chosen), mounts);
        }
        Path caches = cacheHome == null || cacheHome.isBlank()
                ? Path.of("" + property.apply("user.home"), ".cache")
                : Path.of(cacheHome);
        TemporaryFolder ofUser = new TemporaryFolder(caches.resolve("JNA/temp"), mounts);
        return ofUser.isWritable()
                ? ofUser
                : new TemporaryFolder(Path.of("" + property.apply("java.io.tmpdir")), mounts);
    }

    /** {@return what is wrong with it; empty if nothing is} */
    public Optional<Lack> lack() {
        if (!isWritable()) {
            return Optional.of(new Lack(
                    ExitStatus.NOT_READY,
                    "JNA's native library cannot be unpacked into %s: it cannot be written".formatted(path),
                    Remedy.byHand(ANOTHER)));
        }
        return mounts.withoutExecution(existing())
                .map(mount -> new Lack(
                        ExitStatus.NOT_READY,
                        "JNA's native library cannot be run from %s: %s is mounted noexec".formatted(path, mount),
                        Remedy.by(
                                ANOTHER + ", or allow it there",
                                Command.risky("mount", "-o", "remount,exec", mount.toString()))));
    }

    private boolean isWritable() {
        return Files.isDirectory(existing()) && Files.isWritable(existing());
    }

    /** {@return the folder, or the nearest around it that exists, without symbolic links} */
    private Path existing() {
        Path folder = path.toAbsolutePath();
        while (!Files.exists(folder) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder;
        }
    }
}
