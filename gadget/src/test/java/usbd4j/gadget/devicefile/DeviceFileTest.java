package usbd4j.gadget.devicefile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import usbd4j.gadget.device.DeviceDescription;

/** A device file describes a device, and a message about a mistake has its line. */
class DeviceFileTest {
    @TempDir
    private Path directory;

    @Test
    void anEmptyFileIsTheDefaultDevice() {
        assertThat(Read.text("")).isEqualTo(Read.set());
    }

    @ParameterizedTest
    @EnumSource
    void everyTemplateIsADeviceFile(Template template) {
        assertThat(Read.text(template.text()).runTime().identity().idVendor()).isIn(0x1209, 0x0483);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[run-time];vid = \"1209\"       | line 2: run-time.vid takes a number from 0x0000 to 0xffff, not \"1209\"",
                "[run-time];vid = 0x12345        | line 2: run-time.vid: 74565 is not a number from 0x0000 to 0xffff",
                "[run-time];vid = -1             | line 2: run-time.vid: -1 is not a number",
                "[run-time];release = 1.00       | line 2: run-time.release takes a release number such as \"1.23\", not 1.0",
                "[run-time];release = \"1.2.3\"  | line 2: run-time.release: \"1.2.3\" is not a release number",
                "[run-time];on-detach = \"sleep\" | line 2: run-time.on-detach: \"sleep\" is none of reattach, dfu-mode, exit",
                "[functional];transfer-size = 70000 | line 2: functional.transfer-size: 70000 is not a number from 0 to 65535",
                "[run-time];interface-number = 256 | line 2: run-time.interface-number: 256 is not a number from 0 to 255",
                "[run-time];functional-length = 1 | line 2: run-time.functional-length: 1 is not a number from 2 to 255",
                "[dfu-mode];functional-place = \"last\" | line 2: dfu-mode.functional-place: \"last\" is not \"absent\", \"before",
                "[dfu-mode];separate-interfaces = true;interface-number = 255;memory = [{size=1,name=\"A\"},{size=1,name=\"B\"}] | line 1: interface-number 255 leaves no numbers for 2 interfaces",
                "[functional];will-detach = 1    | line 2: functional.will-detach takes true or false, not 1",
                "[dfu-mode];protected = 5        | line 2: dfu-mode.protected takes an array, each of an address",
                "[dfu-mode];protected = [\"a\"]  | line 2: dfu-mode.protected takes an array",
                "[dfu-mode];verify = \"md5\"     | line 2: dfu-mode.verify: \"md5\" is none of none, crc32, ed25519:FILE",
                "[dfu-mode];release-pattern = \"(\" | line 2: dfu-mode.release-pattern: \"(\" is not a regular expression",
                "[dfu-mode];memory = 5           | line 2: dfu-mode.memory is an array of tables: write [[dfu-mode.memory]]",
                "[[dfu-mode.memory]];name = \"A\";size = \"3x\" | line 3: dfu-mode.memory.size: \"3x\" is not a size",
                "[[dfu-mode.memory]];name = \"A\";size = \"3000M\" | line 1: a memory has 1 to 2147483647 bytes",
                "[[dfu-mode.memory]];name = \"A\";size = 1;layout = \"B\" | line 1: a memory has a size",
                "[[function]];kind = \"acm\"     | line 1: a function needs a kind and a name",
                "dfu-mode = 5                    | line 1: dfu-mode is a table: write [dfu-mode]",
                "[run-time];colour = \"red\"     | line 2: there is no run-time.colour; \"usbd4j device keys\" lists the keys",
                "[run-time];vidd = 1             | line 2: there is no run-time.vidd; did you mean run-time.vid?",
                "[run-tme];vid = 1               | line 1: there is no run-tme; did you mean run-time?",
                "vid = 1                         | line 1: there is no vid; it belongs to [run-time]: run-time.vid",
            })
    void aMistakeIsToldWithItsLine(String lines, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Read.text(lines.replace(";", "\n")))
                .withMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"size=1 | true", "layout='/0x0/1*1Kg' | false"})
    void memoryWithSectorsIsNotTolerantUnlessToldSo(String memory, boolean isTolerant) {
        DeviceDescription usual = Read.set("dfu-mode.memory=[{%s}]".formatted(memory));
        DeviceDescription told =
                Read.set("dfu-mode.memory=[{%s}]".formatted(memory), "functional.manifestation-tolerant=true");

        assertThat(usual.functional().attributes().bitManifestationTolerant()).isEqualTo(isTolerant);
        assertThat(told.functional().attributes().bitManifestationTolerant()).isTrue();
    }

    @Test
    void twoMemoriesNeedTwoFolders() {
        String memories = """
                [[dfu-mode.memory]]
                name = "A b"
                size = 1
                [[dfu-mode.memory]]
                name = "a-B"
                size = 1
                """;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Read.text(memories))
                .withMessageContaining("two memories have the same name");
    }

    @Test
    void everyMistakeIsToldInTheOrderOfTheLines() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Read.text("[run-time]\nvidd = true\npid = false\n"))
                .withMessageMatching(
                        "(?s).*line 2: there is no run-time.vidd[^\\n]*\\n[^\\n]*line 3: run-time.pid takes[^\\n]*");
    }

    @Test
    void whatIsNotTomlIsToldWithItsLine() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Read.text("[run-time]\npid 2\n"))
                .withMessageContaining("line 2: ");
    }

    @Test
    void whatIsNotUtf8IsToldWithItsLine() throws IOException {
        Path file = Files.writeString(
                directory.resolve("latin1.toml"), "[run-time]\nproduct = \"M\u00fcller\"\n", ISO_8859_1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(file))
                .withMessage("%s, line 2: this is not UTF-8", file);
    }

    @Test
    void aByteOrderMarkIsSkipped() {
        assertThat(Read.text("\uFEFF[run-time]\nvid = 3\n").runTime().identity().idVendor())
                .isEqualTo(3);
    }

    @Test
    void endlessNestingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Read.text("a = " + "[".repeat(20_000)))
                .withMessageContaining("its brackets are nested too deeply");
    }

    @Test
    void aValueThatCannotBeReadIsTheOnlyMistake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Read.set("dfu-mode.memory=[{name = 'a', size = '64k'}]"))
                .withMessageStartingWith("--set dfu-mode.memory: dfu-mode.memory.size: \"64k\"")
                .withMessageNotContaining("\n");
    }

    @Test
    void twoFunctionsNeedTwoNames() {
        String functions = "[[function]]\nkind = \"acm\"\nname = \"usb0\"\n".repeat(2);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Read.text(functions))
                .withMessageContaining("there are two functions acm.usb0: give one of them another name");
    }

    @Test
    void memoriesNeedMoreStringsThanThereAre() {
        String memories = IntStream.range(0, 241)
                .mapToObj("[[dfu-mode.memory]]\nname = \"m%d\"\nsize = 1\n"::formatted)
                .collect(joining());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Read.text(memories))
                .withMessageContaining("a device has at most 240 memories, not 241");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(directory.resolve("none")))
                .withMessageContainingAll("there is no device file", "none");
    }

    @Test
    void aFileThatCannotBeReadIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(directory))
                .withMessageContainingAll("cannot read the device file", directory.toString());
    }

    @Test
    void theCommandLineGoesOverTheFile() throws IOException {
        Path file = Files.writeString(
                directory.resolve("device.toml"),
                "[run-time]\nvid = 1\npid = 2\n[[dfu-mode.memory]]\nname = \"A\"\nsize = 1\n");
        Overrides overrides = new Overrides();
        overrides.set("run-time.vid = 3");
        overrides.set("dfu-mode.memory = [{name = \"B\", size = 2}]");
        DeviceDescription device = DeviceFile.read(Optional.of(file), overrides);

        assertThat(device.runTime().identity().idVendor()).isEqualTo(3);
        assertThat(device.runTime().identity().idProduct()).isEqualTo(2);
        assertThat(device.dfuMode().memories())
                .singleElement()
                .satisfies(memory -> assertThat(memory.folder()).isEqualTo("b"));
    }

    private static DeviceDescription read(Path file) {
        return DeviceFile.read(Optional.of(file), new Overrides());
    }
}
