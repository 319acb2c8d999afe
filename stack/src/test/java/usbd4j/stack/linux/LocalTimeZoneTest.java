package usbd4j.stack.linux;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.NativeLibrary;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The C library of this process is told other time zones than the machine's, which may be UTC. */
class LocalTimeZoneTest {
    private static final NativeLibrary C = NativeLibrary.getProcess();
    private static final Instant WINTER = Instant.parse("2026-01-15T12:00:00Z");
    private static final Instant SUMMER = Instant.parse("2026-07-15T12:00:00Z");

    @AfterEach
    void goBackToTheMachines() {
        String before = System.getenv("TZ");
        if (before == null) {
            C.getFunction("unsetenv").invokeInt(new Object[] {"TZ"});
            C.getFunction("tzset").invokeVoid(new Object[0]);
        } else {
            use(before);
        }
    }

    @Test
    void isAheadOfUtcInTheEast() {
        use("IST-5:30");

        assertThat(LocalTimeZone.offset(WINTER)).isEqualTo(ZoneOffset.ofHoursMinutes(5, 30));
    }

    @Test
    void isAnHourMoreInSummer() {
        use("EST5EDT,M3.2.0,M11.1.0");

        assertThat(LocalTimeZone.offset(WINTER)).isEqualTo(ZoneOffset.ofHours(-5));
        assertThat(LocalTimeZone.offset(SUMMER)).isEqualTo(ZoneOffset.ofHours(-4));
    }

    private static void use(String zone) {
        C.getFunction("setenv").invokeInt(new Object[] {"TZ", zone, 1});
        C.getFunction("tzset").invokeVoid(new Object[0]);
    }
}
