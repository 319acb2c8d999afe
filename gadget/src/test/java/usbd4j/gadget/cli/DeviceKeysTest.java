package usbd4j.gadget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import usbd4j.gadget.devicefile.Key;
import usbd4j.gadget.devicefile.Reference;
import usbd4j.gadget.devicefile.TableHeading;

class DeviceKeysTest {
    @Test
    void listsEveryTableAndKey() {
        Run keys = Run.usbd4j("device", "keys");

        assertThat(keys.status()).isZero();
        assertThat(keys.out())
                .contains(Reference.get().tables().stream()
                        .map(TableHeading::toString)
                        .toList())
                .contains(Reference.get().keys().stream().map(Key::meaning).toList());
    }

    @Test
    void mentionsThoseOfAClass() {
        assertThat(Run.usbd4j("device", "keys").out()).contains("[class]", "usbd4j device keys --class CLASS");
    }

    @Test
    void listsThoseOfAClass() {
        Run keys = Run.usbd4j("device", "keys", "--class", "vendor");

        assertThat(keys.status()).isZero();
        assertThat(keys.out())
                .contains("[class]", "temperature", "takes a number from -27315 to 32767; default: 2150", "Thermometer")
                .doesNotContain("[dfu-mode]");
    }

    @Test
    void isThePageOfTheDocumentation() throws IOException {
        assertThat(Files.readString(Path.of("..", "docs", "device-file.md")))
                .as("make it anew: java -jar gadget/target/usbd4j.jar device keys --markdown >docs/device-file.md")
                .isEqualTo(Run.usbd4j("device", "keys", "--markdown").out());
    }
}
