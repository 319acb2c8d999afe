package usbd4j.gadget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import usbd4j.dfu.DfuAttributes;
import usbd4j.dfu.DfuFunctionalDescriptor;
import usbd4j.stack.descriptor.UsbString;

class DfuOptionsTest {
    private static final DfuAttributes ALL = new DfuAttributes(true, true, true, true);

    @Test
    void withoutOptionsTheDeviceCanDoAll() {
        assertThat(options().functional(false)).isEqualTo(new DfuFunctionalDescriptor(ALL, 1000, 4096, 0x0110));
        assertThat(options().interfaceName()).contains(UsbString.of("DFU run-time"));
    }

    @Test
    void withSectorsItSpeaksDfuSe() {
        assertThat(options().functional(true).bcdDFUVersion()).isEqualTo(0x011A);
        assertThat(options("--dfu-version", "1.10").functional(true).bcdDFUVersion())
                .isEqualTo(0x0110);
    }

    @ParameterizedTest
    @CsvSource({
        "--no-can-download,           0x0E",
        "--no-can-upload,             0x0D",
        "--no-manifestation-tolerant, 0x0B",
        "--no-will-detach,            0x07"
    })
    void eachAbilityCanBeTakenAway(String option, int bmAttributes) {
        assertThat(options(option).functional(false).attributes().bmAttributes())
                .isEqualTo(bmAttributes);
    }

    @Test
    void abilitiesCanBeGivenThoughTheyAreThere() {
        DfuOptions options = options("--can-download", "--can-upload", "--manifestation-tolerant", "--will-detach");

        assertThat(options.functional(false).attributes()).isEqualTo(ALL);
    }

    @Test
    void eachNumberCanBeSet() {
        DfuOptions options = options("--detach-timeout", "5", "--transfer-size", "64", "--dfu-version", "1.1a");

        assertThat(options.functional(false)).isEqualTo(new DfuFunctionalDescriptor(ALL, 5, 64, 0x011A));
    }

    @Test
    void interfaceNeedsNoName() {
        assertThat(options("--interface-name=").interfaceName()).isEmpty();
    }

    private static DfuOptions options(String... args) {
        return CommandLine.populateCommand(new DfuOptions(), args);
    }
}
