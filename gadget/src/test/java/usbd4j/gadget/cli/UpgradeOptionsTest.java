package usbd4j.gadget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void aMemoryWithoutANameHasAFolderAllTheSame() {
        Run run = run("--memory=@/0x0/1*1Kg", "--memory=memory=1K");

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--memory=@Flash/0x0/1*1h | \"1*1h\" is no region of a memory layout",
                "--memory=@Flash/0x0/2*1Kg/0x400/1*1Kg | overlaps",
                "--release-pattern=version=[0-9.]+ | has no group",
                "--release-pattern=(a)(b) | has no group, or several",
                "--release-pattern=( | is no regular expression",
                "--memory=Flash | or a layout, such as",
                "--erase-fault=4000 | \"4000\" is no address",
                "--programming-fault=0x123456789 | is no address",
            })
    void whatIsWrongWithAMemoryIsTold(String option, String why) {
        Run run = run(option);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(why);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void whatIsWrittenByAddressIsNotVerified() {
        Run run = run("--memory=@Flash/0x0/1*1Kg", "--verify=crc32");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--verify is for memories that take whole images");
        assertThat(directory).isEmptyDirectory();
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
