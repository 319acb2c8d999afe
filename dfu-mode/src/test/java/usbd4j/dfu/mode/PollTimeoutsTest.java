package usbd4j.dfu.mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import usbd4j.dfu.DfuState;

class PollTimeoutsTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "1000000, 1", "1000001, 2", "16777215000000, 16777215", "99999999000000, 16777215"})
    void theRealTimeIsRoundedUpToMilliseconds(long nanos, int millis) {
        assertThat(PollTimeouts.REAL.bwPollTimeout(DfuState.DFU_DNBUSY, Duration.ofNanos(nanos)))
                .isEqualTo(millis);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"APP_IDLE", "APP_DETACH"})
    void aToldTimeIsForItsStateAlone(DfuState state) {
        PollTimeouts told = PollTimeouts.REAL.with(state, 7);

        for (DfuState each : DfuState.values()) {
            assertThat(told.bwPollTimeout(each, Duration.ofMillis(3))).isEqualTo(each == state ? 7 : 3);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"APP_IDLE", "APP_DETACH"})
    void runTimeStatesAreRefused(DfuState state) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PollTimeouts.REAL.with(state, 0))
                .withMessageContaining(state.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0x1000000})
    void timesOutOfRangeAreRefused(int bwPollTimeout) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PollTimeouts.REAL.with(DfuState.DFU_IDLE, bwPollTimeout))
                .withMessageContaining("dfuIDLE");
    }

    @Test
    void theLastTimeOfAStateCounts() {
        assertThat(PollTimeouts.REAL.with(DfuState.DFU_IDLE, 1).with(DfuState.DFU_IDLE, 2))
                .isEqualTo(PollTimeouts.REAL.with(DfuState.DFU_IDLE, 2));
    }
}
