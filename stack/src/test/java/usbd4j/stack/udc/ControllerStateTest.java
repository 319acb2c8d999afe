package usbd4j.stack.udc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ControllerStateTest {
    @ParameterizedTest
    @CsvSource({
        "not attached, NOT_ATTACHED",
        "attached, OTHER",
        "powered, OTHER",
        "reconnecting, OTHER",
        "unauthenticated, OTHER",
        "default, DEFAULT",
        "addressed, ADDRESSED",
        "configured, CONFIGURED",
        "suspended, SUSPENDED",
        "UNKNOWN, OTHER"
    })
    void isParsedFromTheKernelsText(String text, ControllerState state) {
        assertThat(ControllerState.of(text)).isEqualTo(state);
    }

    @ParameterizedTest
    @EnumSource(names = {"DEFAULT", "OTHER"})
    void statesBeforeAddressedProveAReset(ControllerState state) {
        assertThat(state.provesReset()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"DEFAULT", "OTHER"})
    void noOtherStateProvesAReset(ControllerState state) {
        assertThat(state.provesReset()).isFalse();
    }
}
