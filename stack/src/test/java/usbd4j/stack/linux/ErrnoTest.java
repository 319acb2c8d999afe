package usbd4j.stack.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrnoTest {
    @ParameterizedTest
    @EnumSource
    void isFoundByItsNumber(Errno errno) {
        assertThat(Errno.of(errno.number())).contains(errno);
    }

    @Test
    void numbersAreInAscendingOrder() {
        assertThat(Stream.of(Errno.values()).map(Errno::number)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void isDescribedByNameAndMeaning() {
        assertThat(Errno.describe(16)).isEqualTo("EBUSY, device or resource busy");
    }

    @Test
    void withoutANameItIsDescribedByItsNumber() {
        assertThat(Errno.describe(133)).isEqualTo("errno 133");
    }
}
