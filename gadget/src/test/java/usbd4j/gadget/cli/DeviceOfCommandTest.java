package usbd4j.gadget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code usbd4j device of} on a command line. */
class DeviceOfCommandTest {
    @Test
    void aDeviceThatIsNotThereHasAStatusOfItsOwn() {
        Run run = Run.usbd4j("device", "of", "3-999");

        assertThat(run.status()).isEqualTo(15);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("usbd4j: there is no device 3-999, neither as VID:PID")
                .doesNotContain("\tat ");
    }

    @Test
    void needsADevice() {
        Run run = Run.usbd4j("device", "of");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("VID:PID|SYSFS-FOLDER|CAPTURE.pcapng is missing");
    }

    @Test
    void aFileIsACapture(@TempDir Path directory) throws IOException {
        Run run = Run.usbd4j(
                "device", "of", Files.writeString(directory.resolve("a"), "").toString());

        assertThat(run.status()).isEqualTo(14);
        assertThat(run.err()).startsWith("usbd4j: cannot read the capture ").doesNotContain("\tat ");
        assertThat(Run.usbd4j("device", "of", "none.pcapng").err())
                .startsWith("usbd4j: cannot read the capture none.pcapng: it is not there");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a.pcapng | 3   | --address: "3" is not the number of a bus and a device's address there, such as 3.5
                    3-1      | 3.5 | --address is for captures, and 3-1 is none
                    """)
    void anAddressIsOneOfACapture(String operand, String address, String sentence) {
        Run run = Run.usbd4j("device", "of", operand, "--address", address);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(sentence);
    }

    @Test
    void teachesWithExamples() {
        assertThat(Run.usbd4j("device", "of", "--help").out())
                .contains("usbd4j device of 0483:df11 >copy.toml")
                .contains("usbd4j device of 3-1 >copy.toml")
                .contains("usbd4j device of product.pcapng >copy.toml");
    }
}
