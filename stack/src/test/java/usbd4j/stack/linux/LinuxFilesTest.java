package usbd4j.stack.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinuxFilesTest {
    @TempDir
    private Path temporary;

    private Path file;

    @BeforeEach
    void make() throws IOException {
        file = Files.writeString(temporary.resolve("attribute"), " a longer text than before\n\n");
    }

    @Test
    void readsATextWithoutSurroundingWhiteSpace() {
        assertThat(LinuxFiles.read(file)).isEqualTo("a longer text than before");
    }

    @Test
    void readsUtf8() throws IOException {
        Files.writeString(file, "Gerät\n");

        assertThat(LinuxFiles.read(file)).isEqualTo("Gerät");
    }

    @Test
    void readsAnEmptyFile() throws IOException {
        Files.writeString(file, "");

        assertThat(LinuxFiles.read(file)).isEmpty();
    }

    @Test
    void writesOneLineInPlaceOfTheOldContents() {
        LinuxFiles.write(file, "Gerät");

        assertThat(file).hasContent("Gerät\n");
    }

    @Test
    void makesAndRemovesADirectory() {
        Path directory = temporary.resolve("directory");
        LinuxFiles.makeDirectory(directory);
        assertThat(directory).isDirectory();
        LinuxFiles.removeDirectory(directory);

        assertThat(directory).doesNotExist();
    }

    @Test
    void makesALink() {
        Path link = temporary.resolve("link");
        LinuxFiles.link(link, file);

        assertThat(link).isSymbolicLink().hasSameBinaryContentAs(file);
    }

    @Test
    void removesALinkButNotItsTarget() {
        Path link = temporary.resolve("link");
        LinuxFiles.link(link, file);
        LinuxFiles.remove(link);

        assertThat(link).doesNotExist();
        assertThat(file).exists();
    }

    @Test
    void permissionsAreAsListed() throws IOException {
        Path file = Files.createFile(temporary.resolve("permissions"));
        LinuxFiles.allow(file, "rw-r-----");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
    }
}
