package usbd4j.gadget.devicefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --set}, and the options that set a key. */
class OverridesTest {
    @Test
    void setTakesAValueAsTomlHasIt() {
        assertThat(Read.set("run-time.vid=0x0483").runTime().identity().idVendor())
                .isEqualTo(0x0483);
        assertThat(Read.set("functional.will-detach = false")
                        .functional()
                        .attributes()
                        .bitWillDetach())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run-time.vidd=1         | --set run-time.vidd: there is no run-time.vidd; did you mean run-time.vid?",
                "run-time.vid=true       | --set run-time.vid: run-time.vid takes a number from 0x0000 to 0xffff, not true",
                "run-time.product=Blinky | --set run-time.product: \"Blinky\" is not a TOML value; text is in quotes",
                "run-time.product        | --set run-time.product: write TABLE.KEY=VALUE",
                "#run-time.vid=1         | --set #run-time.vid: write TABLE.KEY=VALUE",
                "product=\"Blinky\"      | --set product: there is no product; it belongs to [run-time]: run-time.product",
            })
    void aMistakeIsToldWithItsOption(String setting, String sentence) {
        assertThatIllegalArgumentException().isThrownBy(() -> Read.set(setting)).withMessageContaining(sentence);
    }

    @Test
    void aKeyIsSetOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Read.set("run-time.vid=1", "run-time.vid=2"))
                .withMessage("--set run-time.vid: given twice");
    }

    @Test
    void aKeyIsSetByOneOption() {
        Overrides overrides = new Overrides();
        overrides.set("--vid", "run-time.vid", 1L);
        overrides.set("run-time.vid=2");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeviceFile.read(Optional.empty(), overrides))
                .withMessage("--set run-time.vid: sets what --vid sets too");
    }

    @Test
    void aWrongValueIsToldWithTheOptionThatHasIt() {
        Overrides overrides = new Overrides();
        overrides.set("--release", "run-time.release", "1.1a");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeviceFile.read(Optional.empty(), overrides))
                .withMessageStartingWith("--release: run-time.release: \"1.1a\" is not a release number of a device");
    }
}
