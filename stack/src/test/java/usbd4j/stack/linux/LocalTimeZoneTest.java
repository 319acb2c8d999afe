package usbd4j.stack.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalTimeZoneTest {
    @ParameterizedTest
    @ValueSource(strings = {"2026-01-15T12:00:00Z", "2026-07-15T12:00:00Z"})
    void isTheOneThatJavaKnows(Instant time) {
        assertThat(LocalTimeZone.offset(time))
                .isEqualTo(ZoneId.systemDefault().getRules().getOffset(time));
    }
}
