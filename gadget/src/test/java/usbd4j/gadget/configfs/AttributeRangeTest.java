package usbd4j.gadget.configfs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AttributeRangeTest {
    @Test
    void everyLunIsAlike() {
        assertThat(AttributeRange.of("mass_storage", "lun.0/cdrom"))
                .hasValueSatisfying(range -> assertThat(range).startsWith("0 or 1"));
        assertThat(AttributeRange.of("mass_storage", "lun.12/cdrom"))
                .isEqualTo(AttributeRange.of("mass_storage", "lun.0/cdrom"));
    }

    @Test
    void networkFunctionsAreAlike() {
        assertThat(AttributeRange.of("rndis", "host_addr"))
                .isPresent()
                .isEqualTo(AttributeRange.of("ecm", "host_addr"));
        assertThat(AttributeRange.of("rndis", "class")).isPresent();
        assertThat(AttributeRange.of("ecm", "class")).isEmpty();
    }

    @Test
    void ofOthersNothingIsKnown() {
        assertThat(AttributeRange.of("warp", "speed")).isEmpty();
    }
}
