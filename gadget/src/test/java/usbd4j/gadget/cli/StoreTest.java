package usbd4j.gadget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with the store or a memory is told before anything is done with the bus. */
class StoreTest {
    @TempDir
    private Path directory;

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

    /** The store is all that is looked at before. */
    @Test
    void aDeviceThatWasNotCreatedBeforehandIsNotServed() {
        Run run = run("--functionfs=" + directory.resolve("nothing"), "--vid=0483", "--pid=df11");

        assertThat(run.err())
                .startsWith("usbd4j: There is no FunctionFS mounted at %s/nothing.dfu".formatted(directory));
        assertThat(run.status()).isEqualTo(11);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--memory=@Flash/0x0/2*1Kg/0x400/1*1Kg | overlaps",
                "--set=dfu-mode.release-pattern='version=[0-9.]+' | has no group",
                "--set=dfu-mode.release-pattern='(a)(b)' | has no group, or several",
                "--set=dfu-mode.erase-faults=[\"4000\"] | takes an array, each of an address",
                "--set=dfu-mode.programming-faults=[0x123456789] | is not an address of four bytes",
                "--set=dfu-mode.verify='ed25519:/no/key' | cannot read the public key",
                "--set=dfu-mode.verify='ed25519:pom.xml' | no public key in PEM",
            })
    void whatIsWrongWithAMemoryIsTold(String option, String why) {
        Run run = run(option);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(why);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void whatIsWrittenByAddressIsNotVerified() {
        Run run = run("--memory=@Flash/0x0/1*1Kg", "--set=dfu-mode.verify='crc32'");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("verify is for memories that take whole images");
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
