package usbd4j.gadget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with the store is told before anything is done with the bus. */
class UpgradeOptionsTest {
    @TempDir
    private Path directory;

    @Test
    void twoMemoriesNeedTwoFolders() {
        Run run = run("--memory=A b=1K", "--memory=a-B=1K");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("two memories have the same name");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aStoreThatIsAFileIsNamed() throws IOException {
        Files.writeString(directory.resolve("usbd4j"), "");
        Run run = run();

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("cannot use the firmware store", "usbd4j/firmware");
        assertThat(run.err()).doesNotContain("\tat ");
    }

    @Test
    void aStoreOfAnotherReleaseIsLeftAlone() throws IOException {
        Path firmware = Files.createDirectories(directory.resolve("usbd4j/firmware"));
        Path current = Files.writeString(firmware.resolve("current"), "version=99\n");
        Path image = Files.writeString(firmware.resolve("image-7"), "of another release");
        Run run = run();

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("written by another release of usbd4j");
        assertThat(current).hasContent("version=99");
        assertThat(image).hasContent("of another release");
    }

    private Run run(String... options) {
        String[] args = new String[options.length + 3];
        args[0] = "run";
        args[1] = "--on-detach=dfu-mode";
        args[2] = "--store=" + directory;
        System.arraycopy(options, 0, args, 3, options.length);
        return Run.usbd4j(args);
    }
}
