package usbd4j.gadget;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    @ParameterizedTest
    @CsvSource({"'', '', 0", "vid, vid, 0", "'', vid, 3", "vid, pid, 1", "kitten, sitting, 3", "flaw, lawn, 2"})
    void distanceCountsInsertionsDeletionsAndReplacements(String one, String other, int distance) {
        assertThat(Spelling.distance(one, other)).isEqualTo(distance);
        assertThat(Spelling.distance(other, one)).isEqualTo(distance);
    }
}
