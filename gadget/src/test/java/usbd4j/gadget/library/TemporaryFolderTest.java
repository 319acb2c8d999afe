package usbd4j.gadget.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usbd4j.gadget.Command;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.Lack;
import usbd4j.gadget.kernel.MountTable;

class TemporaryFolderTest {
    @TempDir
    private Path root;

    private MountTable mounts;

    @BeforeEach
    void make() throws IOException {
        root = root.toRealPath();
        mounts = new MountTable(Files.writeString(
                root.resolve("mounts"), "none / ext4 rw 0 0\ntmpfs %s/small tmpfs rw,noexec 0 0\n".formatted(root)));
    }

    @Test
    void isTheOneThatWasChosen() {
        assertThat(folder(Map.of("jna.tmpdir", "/var/cache/usbd4j", "user.home", "/root"), "/x"))
                .isEqualTo(Path.of("/var/cache/usbd4j"));
    }

    @Test
    void isInTheUsersCacheOtherwise() {
        assertThat(folder(Map.of("user.home", root.toString(), "java.io.tmpdir", "/tmp"), null))
                .isEqualTo(root.resolve(".cache/JNA/temp"));
        assertThat(folder(Map.of("user.home", "/root", "java.io.tmpdir", "/tmp"), root.toString()))
                .isEqualTo(root.resolve("JNA/temp"));
    }

    @Test
    void isJavasIfTheCacheCannotBeWritten() {
        assertThat(folder(Map.of("user.home", root + "/mounts", "java.io.tmpdir", "/tmp"), " "))
                .isEqualTo(Path.of("/tmp"));
    }

    @Test
    void nothingIsWrongWithOneThatIsYetToBeMade() {
        assertThat(new TemporaryFolder(root.resolve("a/b"), mounts).lack()).isEmpty();
    }

    @Test
    void oneThatIsMountedNoexecIsRemounted() {
        assertThat(new TemporaryFolder(root.resolve("small/JNA/temp"), mounts).lack())
                .isEmpty();

        assertThat(root.resolve("small").toFile().mkdir()).isTrue();

        assertThat(new TemporaryFolder(root.resolve("small/JNA/temp"), mounts).lack())
                .hasValueSatisfying(lack -> {
                    assertThat(lack.status()).isEqualTo(ExitStatus.NOT_READY);
                    assertThat(lack.toString()).contains("noexec", "-Djna.tmpdir=");
                    assertThat(lack.remedy().command())
                            .contains(Command.risky("mount", "-o", "remount,exec", root + "/small"));
                });
    }

    @Test
    void oneThatCannotBeWrittenIsReplaced() {
        assertThat(new TemporaryFolder(root.resolve("mounts/a.file"), mounts).lack())
                .map(Lack::toString)
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("cannot be written", "-Djna.tmpdir="));
    }

    @Test
    void aLibraryThatDoesNotLoadIsExplainedByTheFolder() {
        Path small = root.resolve("small");
        assertThat(small.toFile().mkdir()).isTrue();

        assertThat(NativeLibrary.lack("failed to map segment", new TemporaryFolder(small, mounts))
                        .what())
                .contains("noexec");
        assertThat(NativeLibrary.lack("wrong ELF class", new TemporaryFolder(root, mounts))
                        .what())
                .contains("does not load (wrong ELF class)");
    }

    private Path folder(Map<String, String> properties, @Nullable String cacheHome) {
        return TemporaryFolder.of(properties::get, cacheHome, mounts).path();
    }
}
