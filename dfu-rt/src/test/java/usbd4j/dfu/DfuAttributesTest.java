package usbd4j.dfu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DfuAttributesTest {
    @ParameterizedTest
    @CsvSource({
        "false, false, false, false, 0x00",
        "true,  false, false, false, 0x01",
        "false, true,  false, false, 0x02",
        "false, false, true,  false, 0x04",
        "false, false, false, true,  0x08",
        "true,  true,  true,  true,  0x0F"
    })
    void eachIsItsOwnBit(
            boolean bitCanDnload,
            boolean bitCanUpload,
            boolean bitManifestationTolerant,
            boolean bitWillDetach,
            int bmAttributes) {
        assertThat(new DfuAttributes(bitCanDnload, bitCanUpload, bitManifestationTolerant, bitWillDetach)
                        .bmAttributes())
                .isEqualTo(bmAttributes);
        assertThat(DfuAttributes.of(bmAttributes | 0xF0))
                .isEqualTo(new DfuAttributes(bitCanDnload, bitCanUpload, bitManifestationTolerant, bitWillDetach));
    }
}
