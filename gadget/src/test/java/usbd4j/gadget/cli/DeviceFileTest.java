package usbd4j.gadget.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A device file is a command line, and what is wrong with it is told with its line. */
class DeviceFileTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vid = 0x1209                         | --vid=1209",
                "vid = 1                              | --vid=0001",
                "release = \"1.00\"                   | --release=1.00",
                "product = \"a = b\"                  | --product=a = b",
                "product = \"\"                       | --product=",
                "transfer-size = 64                   | --transfer-size=64",
                "manifestation-time = 0               | --manifestation-time=0",
                "dfu-vid = 0x0483                     | --dfu-vid=0483",
                "will-detach = true                   | --will-detach",
                "will-detach = false                  | --no-will-detach",
                "winusb = true                        | --winusb",
                "on-detach = \"dfu-mode\"             | --on-detach=dfu-mode"
            })
    void hasALineForEachOption(String line, String argument) throws IOException {
        assertThat(arguments(line)).containsExactly(argument);
    }

    @Test
    void aListIsAnOptionSeveralTimes() throws IOException {
        assertThat(arguments("memory = [\"A=1K\", \"B=2\"]")).containsExactly("--memory=A=1K", "--memory=B=2");
    }

    @Test
    void aFlagThatIsNotSetIsNoArgument() throws IOException {
        assertThat(arguments("winusb = false")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vid = \"1209\"              | vid takes a number such as 0x1209",
                "vid = 0x12345               | vid: \"12345\" is not a hexadecimal number",
                "vid = -1                    | vid: \"-1\" is not a hexadecimal number",
                "release = 1.00              | release takes a text in quotes",
                "release = \"1.2.3\"         | release: \"1.2.3\" is no release number",
                "transfer-size = 70000       | transfer-size: \"70000\" is not a number from 0 to 65535",
                "transfer-size = \"64\"      | transfer-size takes a number",
                "will-detach = 1             | will-detach takes true or false",
                "memory = \"A=1K\"           | memory takes several in brackets",
                "memory = [1]                | memory takes a text in quotes",
                "memory = [\"A\"]            | memory: \"A\" is no memory: write NAME=SIZE",
                "memory = [\"@A/0x0/2*1Kg/0x400/1*1Kg\"] | memory: region 02*001Kg at 0x00000000 overlaps region 01*001Kg",
                "colour = \"red\"            | there is no \"colour\"",
                "no-will-detach = true       | there is no \"no-will-detach\"",
                "store = \"/tmp\"            | \"store\" is nothing that a device has; give --store on the command line",
                "[vid]                       | vid takes a value, and no table"
            })
    void whatIsWrongIsToldWithItsLine(String line, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> arguments("# A comment\n" + line))
                .withMessageContaining("line 2: " + sentence);
    }

    @Test
    void everyMistakeIsTold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> arguments("vid = true\npid = false\n"))
                .withMessageContainingAll("line 1: vid", "line 2: pid");
    }

    @Test
    void whatIsNoTomlIsToldWithItsLine() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> arguments("vid = 1\npid 2\n"))
                .withMessageContainingAll("device.toml is no device file", "line 2: ");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeviceFile.read(directory.resolve("none"), RunCommand.spec()))
                .withMessageContainingAll("there is no device file", "none");
    }

    @Test
    void aFileThatCannotBeReadIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeviceFile.read(directory, RunCommand.spec()))
                .withMessageContainingAll("cannot read the device file", directory.toString());
    }

    @ParameterizedTest
    @EnumSource
    void everyTemplateIsADeviceFile(Template template) throws IOException {
        assertThat(arguments(template.text())).anyMatch(each -> each.startsWith("--vid="));
    }

    private List<String> arguments(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("device.toml"), text);
        return DeviceFile.read(file, RunCommand.spec()).arguments(option -> true);
    }
}
