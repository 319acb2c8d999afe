package usbd4j.stack.udc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTypeTest {
    @ParameterizedTest
    @CsvSource({"0, BIND", "1, UNBIND", "2, ENABLE", "3, DISABLE", "4, SETUP", "5, SUSPEND", "6, RESUME"})
    void isParsedFromTheKernelsCode(int code, EventType type) {
        assertThat(EventType.of(code)).contains(type);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 7, 255})
    void anyOtherCodeIsUnknown(int code) {
        assertThat(EventType.of(code)).isEmpty();
    }
}
