package usbd4j.stack.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import usbd4j.stack.SetupPacket;

class TriggerTest {
    private static final SetupPacket REQUEST = new SetupPacket(0xA1, 3, 0, 0, 6);

    private static List<Integer> struck(Trigger trigger) {
        return IntStream.rangeClosed(1, 12)
                .filter(each -> trigger.strikes(new Occasion.Request(REQUEST)))
                .boxed()
                .toList();
    }

    @Test
    void eachRequest() {
        assertThat(struck(Trigger.each(REQUEST::equals))).hasSize(12);
    }

    @Test
    void noOtherRequest() {
        assertThat(struck(Trigger.each(each -> false))).isEmpty();
    }

    @Test
    void everyThirdFromTheSecondToTheTenth() {
        assertThat(struck(new Trigger(Occasion.requests(REQUEST::equals), 2, 10, 3, 1, 0)))
                .containsExactly(2, 5, 8);
    }

    @Test
    void theSameSeedStrikesTheSame() {
        List<Integer> struck = struck(new Trigger(Occasion.requests(REQUEST::equals), 1, 12, 1, 0.5, 7));

        assertThat(struck)
                .hasSizeBetween(1, 11)
                .isEqualTo(struck(new Trigger(Occasion.requests(REQUEST::equals), 1, 12, 1, 0.5, 7)));
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1, 1", "2, 1, 1, 1", "1, 1, 0, 1", "1, 1, 1, 0", "1, 1, 1, 1.1"})
    void whatCannotBeIsRefused(int from, int to, int every, double probability) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Trigger(Occasion.requests(REQUEST::equals), from, to, every, probability, 0));
    }
}
