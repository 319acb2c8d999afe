package usbd4j.gadget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import usbd4j.gadget.Persona;
import usbd4j.gadget.configfs.KernelFunction;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.UsbString;

/** Who the device is in DFU mode, given who it is in run-time. */
class DfuIdentityOptionsTest {
    private static final Identity RUN_TIME =
            new Identity(0x1209, 0x0001, 0x0123, string("maker"), string("board"), string("007"));

    @Test
    void withoutOptionsItIsTheSameWithAnotherProductId() {
        assertThat(persona()).isEqualTo(new Persona(RUN_TIME.withProduct(0x0002), List.of()));
    }

    @Test
    void eachOptionSetsItsField() {
        assertThat(persona(
                        "--dfu-vid=0483",
                        "--dfu-pid=df11",
                        "--dfu-release=2.34",
                        "--dfu-manufacturer=other",
                        "--dfu-product=loader",
                        "--dfu-serial=",
                        "--dfu-with-function=acm.usb0"))
                .isEqualTo(new Persona(
                        new Identity(0x0483, 0xDF11, 0x0234, string("other"), string("loader"), Optional.empty()),
                        List.of(new KernelFunction("acm.usb0"))));
    }

    private static Persona persona(String... args) {
        return CommandLine.populateCommand(new UpgradeOptions(), args).persona(new Persona(RUN_TIME, List.of()));
    }

    private static Optional<UsbString> string(String text) {
        return Optional.of(UsbString.of(text));
    }
}
