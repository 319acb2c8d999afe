package usbd4j.dfu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DfuStateTest {
    @ParameterizedTest
    @CsvSource({
        "0, appIDLE",
        "1, appDETACH",
        "2, dfuIDLE",
        "3, dfuDNLOAD-SYNC",
        "4, dfuDNBUSY",
        "5, dfuDNLOAD-IDLE",
        "6, dfuMANIFEST-SYNC",
        "7, dfuMANIFEST",
        "8, dfuMANIFEST-WAIT-RESET",
        "9, dfuUPLOAD-IDLE",
        "10, dfuERROR"
    })
    void hasTheCodeAndTheNameOfTheSpecification(int code, String name) {
        assertThat(DfuState.of(code)).hasValueSatisfying(state -> {
            assertThat(state.code()).isEqualTo(code);
            assertThat(state).hasToString(name);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 11, 255})
    void anyOtherCodeIsNoState(int code) {
        assertThat(DfuState.of(code)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void isOneByteInTheAnswerToGetstate(DfuState state) {
        assertThat(state.bytes().array()).containsExactly(state.code());
    }
}
