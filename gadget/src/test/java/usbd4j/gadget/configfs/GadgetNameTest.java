package usbd4j.gadget.configfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.Mode;

class GadgetNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"usbd4j", "a", "0", "My-device_1.0", "abcdefghijklmnopqrstuvwxyz01"})
    void mayHaveLettersDigitsDotsDashesAndUnderscores(String text) {
        assertThat(new GadgetName(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "-a", "_a", "a/b", "a b", "ä", "a\n", "abcdefghijklmnopqrstuvwxyz012"})
    void mayHaveNothingElse(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GadgetName(text))
                .withMessageContaining("\"%s\" is not a valid gadget name", text);
    }

    @Test
    void eachModeMayHaveAGadget() {
        GadgetName name = new GadgetName("x".repeat(24));

        assertThat(name.in(Mode.RUN_TIME)).isEqualTo(name);
        assertThat(name.in(Mode.DFU_MODE).text()).isEqualTo(name + ".dfu").hasSize(28);
        assertThat(name.all()).containsExactly(name, name.in(Mode.DFU_MODE));
    }

    @Test
    void aLongNameIsForRunTimeOnly() {
        GadgetName name = new GadgetName("x".repeat(25));

        assertThat(name.all()).containsExactly(name);
        assertThatExceptionOfType(GadgetException.class)
                .isThrownBy(() -> name.in(Mode.DFU_MODE))
                .withMessageContaining("too long")
                .matches(failure -> failure.status() == ExitStatus.USAGE);
    }

    @Test
    void itsFunctionFsFitsIntoTheKernels39Characters() {
        String function = "ffs." + new GadgetName("x".repeat(28)).functionFs();

        assertThat(function).startsWith("ffs.usbd4j.").hasSizeLessThanOrEqualTo(39);
    }
}
