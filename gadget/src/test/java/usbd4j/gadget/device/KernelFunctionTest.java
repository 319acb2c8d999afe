package usbd4j.gadget.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KernelFunctionTest {
    @ParameterizedTest
    @CsvSource({
        "acm.usb0, acm, usb0",
        "mass_storage.0, mass_storage, 0",
        "uac2.My-card.1, uac2, My-card.1",
        "SourceSink.0, SourceSink, 0"
    })
    void isAKindAndAName(String text, String kind, String name) {
        assertThat(KernelFunction.of(text))
                .isEqualTo(new KernelFunction(kind, name, Map.of()))
                .hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "acm", "acm.", ".usb0", "acm.a/b", "../acm.usb0", "a/cm.usb0", "acm.usb 0"})
    void anythingElseIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KernelFunction.of(text))
                .withMessageStartingWith("\"%s\" is not a function: write KIND.NAME, such as acm.usb0", text);
    }

    @Test
    void theKernelsNamesAreAtMost39Characters() {
        assertThat(KernelFunction.of("acm." + "x".repeat(35))).isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KernelFunction.of("acm." + "x".repeat(36)))
                .withMessageContaining("the kernel takes 39 characters");
    }

    @Test
    void functionFsIsMadeByTheProgramItself() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KernelFunction.of("ffs.mine"))
                .withMessage("\"ffs.mine\" is a FunctionFS, which this program makes and serves itself: leave it out");
    }

    @Test
    void attributesKeepTheirOrder() {
        Map<String, AttributeValue> attributes = new LinkedHashMap<>();
        attributes.put("stall", new AttributeValue.Decimal(0));
        attributes.put("lun.0/ro", new AttributeValue.Decimal(1));
        attributes.put("lun.0/file", new AttributeValue.Text("/disk"));

        assertThat(new KernelFunction("mass_storage", "0", attributes).attributes())
                .containsExactlyEntriesOf(attributes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/file", "file/", "lun.0//file", "..", "../UDC", "lun.0/../../UDC", "./file"})
    void anAttributeIsWithinTheFunction(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KernelFunction("hid", "0", Map.of(path, new AttributeValue.Decimal(1))))
                .withMessage("\"%s\" is not an attribute: write its name, or a path such as lun.0/file", path);
    }
}
