package usbd4j.dfu.mode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import usbd4j.dfu.DfuAttributes;

/** A device that enters DFU mode in dfuERROR though its firmware can run. */
class StartInErrorTest {
    private final ModeHost host = new ModeHost(
            new DfuAttributes(true, true, true, false), DfuModeOptions.SPECIFICATION.withStartInError(true));

    @Test
    void saysThatItsFirmwareCannotRunUntilTheStatusIsCleared() {
        assertThat(host.status()).isEqualTo("errFIRMWARE, dfuERROR");

        host.clearStatus();

        assertThat(host.status()).isEqualTo("OK, dfuIDLE");
    }
}
