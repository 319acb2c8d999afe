package usbd4j.gadget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import usbd4j.dfu.DfuAttributes;
import usbd4j.dfu.DfuFunctionalDescriptor;
import usbd4j.gadget.configfs.GadgetName;
import usbd4j.stack.UsbClass;

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
    void moreMemoriesThanTheKernelTakesSettingsHaveInterfaces() {
        assertThat(classes("--memory=A=1K", "--memory=B=1K", "--memory=C=1K", "--memory=D=1K"))
                .hasSize(4);
    }

    @Test
    void memoriesHaveInterfacesIfAskedTo() {
        assertThat(classes("--memory=A=1K", "--memory=B=1K", "--separate-interfaces"))
                .hasSize(2)
                .allSatisfy(
                        each -> assertThat(each.interfaces().get(0).settings()).hasSize(1));
    }

    private List<UsbClass> classes(String... options) {
        UpgradeOptions given = CommandLine.populateCommand(new UpgradeOptions(), withStore(options));
        DfuFunctionalDescriptor functional =
                new DfuFunctionalDescriptor(new DfuAttributes(true, true, true, true), 1000, 4096, 0x0110);
        try (FirmwareImages images = given.images(new GadgetName("test"))) {
            return given.classes(functional, images, () -> {}, () -> {});
        }
    }

    @Test
    void whatIsWrittenByAddressIsNotVerified() {
        Run run = run("--memory=@Flash/0x0/1*1Kg", "--verify=crc32");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--verify is for memories that take whole images");
        assertThat(directory).isEmptyDirectory();
    }

    private Run run(String... options) {
        String[] given = withStore(options);
        String[] args = new String[given.length + 2];
        args[0] = "run";
        args[1] = "--on-detach=dfu-mode";
        System.arraycopy(given, 0, args, 2, given.length);
        return Run.usbd4j(args);
    }

    private String[] withStore(String... options) {
        String[] all = Arrays.copyOf(options, options.length + 1);
        all[options.length] = "--store=" + directory;
        return all;
    }
}
