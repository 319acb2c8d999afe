package usbd4j.gadget.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelReleaseTest {
    @ParameterizedTest
    @CsvSource({
        "6.12.117+deb12-amd64, true",
        "6.12.0, true",
        "6.13-rc1, true",
        "7.0.1, true",
        "6.1.0-57-amd64, false",
        "5.15.200, false",
        "'', false"
    })
    void areComparedByNumber(String release, boolean isAtLeast) {
        assertThat(new KernelRelease(release).isAtLeast("6.12")).isEqualTo(isAtLeast);
    }
}
