package usbd4j.gadget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.UsbString;

class IdentityOptionsTest {
    @Test
    void withoutOptionsTheDeviceIsOneForTests() {
        assertThat(identity())
                .isEqualTo(new Identity(
                        0x1209, 0x0001, 0x0100, string("usbd4j"), string("DFU test device"), string("0001")));
    }

    @Test
    void eachOptionSetsItsField() {
        assertThat(identity(
                        "--vid",
                        "0483",
                        "--pid",
                        "df11",
                        "--release",
                        "2.34",
                        "--manufacturer",
                        "maker",
                        "--product",
                        "board",
                        "--serial",
                        "007"))
                .isEqualTo(new Identity(0x0483, 0xDF11, 0x0234, string("maker"), string("board"), string("007")));
    }

    @Test
    void emptyTextsAreNoStrings() {
        assertThat(identity("--manufacturer=", "--product=", "--serial=")).isEqualTo(Identity.of(0x1209, 0x0001));
    }

    private static Identity identity(String... args) {
        return CommandLine.populateCommand(new IdentityOptions(), args).identity();
    }

    private static Optional<UsbString> string(String text) {
        return Optional.of(UsbString.of(text));
    }
}
