package usbd4j.gadget.configfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KernelFunctionTest {
    @ParameterizedTest
    @CsvSource({"acm.usb0, acm", "mass_storage.0, mass_storage", "uac2.My-card.1, uac2"})
    void isAKindAndAName(String name, String kind) {
        assertThat(new KernelFunction(name).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "acm", "acm.", ".usb0", "acm.a/b", "../acm.usb0", "ACM.usb0", "acm.usb 0"})
    void anythingElseIsRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KernelFunction(name))
                .withMessage("\"%s\" is no function's name in configfs: KIND.NAME, such as acm.usb0", name);
    }
}
