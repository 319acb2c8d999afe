package usbd4j.stack.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Failures say what could not be done, with which file, and the name of the error. */
class LinuxFilesFailureTest {
    @TempDir
    private Path temporary;

    private Path file;
    private Path missing;

    @BeforeEach
    void make() throws IOException {
        file = Files.createFile(temporary.resolve("file"));
        missing = temporary.resolve("missing");
    }

    @Test
    void saysWhatFailedOnWhichFileAndWhy() {
        assertThatExceptionOfType(LinuxException.class)
                .isThrownBy(() -> LinuxFiles.read(missing))
                .withMessage("cannot open %s: ENOENT, no such file or directory", missing);
    }

    @Test
    void aMissingFileIsNotMadeByWriting() {
        assertFails(() -> LinuxFiles.write(missing, "text"), Errno.ENOENT);
        assertThat(missing).doesNotExist();
    }

    @Test
    void aDirectoryCannotBeRead() {
        assertFails(() -> LinuxFiles.read(temporary), Errno.EISDIR);
    }

    @Test
    void aDirectoryCannotBeWritten() {
        assertFails(() -> LinuxFiles.write(temporary, "text"), Errno.EISDIR);
    }

    @Test
    void aRefusedValueIsNamed() {
        assertThatExceptionOfType(LinuxException.class)
                .isThrownBy(() -> LinuxFiles.write(Path.of("/dev/full"), "text"))
                .withMessage("cannot write \"text\" to /dev/full: ENOSPC, no space left on device");
    }

    @Test
    void aDirectoryCannotBeMadeTwice() {
        assertFails(() -> LinuxFiles.makeDirectory(temporary), Errno.EEXIST);
    }

    @Test
    void aDirectoryCannotBeMadeInAFile() {
        assertFails(() -> LinuxFiles.makeDirectory(file.resolve("child")), Errno.ENOTDIR);
    }

    @Test
    void aNameCannotBeTooLong() {
        assertFails(() -> LinuxFiles.makeDirectory(temporary.resolve("x".repeat(256))), Errno.ENAMETOOLONG);
    }

    @Test
    void aDirectoryThatIsNotEmptyStays() {
        assertFails(() -> LinuxFiles.removeDirectory(temporary), Errno.ENOTEMPTY);
        assertThat(file).exists();
    }

    @Test
    void aLinkDoesNotReplaceAFile() {
        assertFails(() -> LinuxFiles.link(file, temporary), Errno.EEXIST);
    }

    @Test
    void aMissingFileCannotBeRemoved() {
        assertFails(() -> LinuxFiles.remove(missing), Errno.ENOENT);
    }

    @Test
    void aFileSystemThatDoesNotExistIsNotMounted() {
        assertThatExceptionOfType(LinuxException.class)
                .isThrownBy(() -> LinuxFiles.mount("nosuchfs", "none", temporary, ""))
                .withMessageStartingWith("cannot mount nosuchfs none at %s: E", temporary);
    }

    @Test
    void aDirectoryThatIsNotAMountPointCannotBeUnmounted() {
        assertThatExceptionOfType(LinuxException.class)
                .isThrownBy(() -> LinuxFiles.unmount(temporary))
                .withMessageStartingWith("cannot unmount %s: E", temporary);
    }

    @Test
    void anUnlistedErrorIsReportedByItsNumber() {
        Path circle = temporary.resolve("circle");
        LinuxFiles.link(circle, circle);

        assertThatExceptionOfType(LinuxException.class)
                .isThrownBy(() -> LinuxFiles.read(circle))
                .withMessage("cannot open %s: errno 40", circle)
                .satisfies(failure -> assertThat(failure.errno()).isEmpty());
    }

    private static void assertFails(ThrowingCallable call, Errno errno) {
        assertThatExceptionOfType(LinuxException.class)
                .isThrownBy(call)
                .withMessageStartingWith("cannot ")
                .satisfies(failure -> assertThat(failure.errno()).contains(errno))
                .matches(failure -> failure.is(errno));
    }
}
