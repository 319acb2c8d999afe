package usbd4j.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LiveTranscriptTest {
    private final LiveTranscript transcript = new LiveTranscript();

    @Test
    void linesAreFoundInTheOrderInWhichTheyCame() {
        transcript.add("one");
        transcript.add("two");
        transcript.add("one more");

        assertThat(await("one", Duration.ZERO)).isEqualTo("one");
        assertThat(await("one", Duration.ZERO)).isEqualTo("one more");
        assertThat(transcript.lines()).containsExactly("one", "two", "one more");
    }

    @Test
    void aLineThatComesWhileATestWaitsIsFound() {
        Thread device = new Thread(() -> transcript.add("late"));
        device.start();

        assertThat(await("late", Duration.ofMinutes(1))).isEqualTo("late");
    }

    @Test
    void aWaitInVainShowsTheLines() {
        transcript.add("bus reset");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> await("DETACH", Duration.ofMillis(1)))
                .withMessage("no DETACH within 0.0 seconds; the device logged:%n  bus reset".formatted());
    }

    @Test
    void aWaitInVainPassesNoLineOver() {
        transcript.add("bus reset");
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> await("DETACH", Duration.ZERO));

        assertThat(await("bus reset", Duration.ZERO)).isEqualTo("bus reset");
    }

    @Test
    void aDeviceThatHasEndedIsNotWaitedFor() {
        transcript.end(Optional.empty());

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> await("DETACH", Duration.ofMinutes(1)))
                .withMessage("no DETACH, and the device has ended");
    }

    @Test
    void whatWentWrongWithTheDeviceIsToldInItsWords() {
        transcript.end(Optional.of(new IllegalStateException("the cable burns")));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> await("DETACH", Duration.ofMinutes(1)))
                .withMessage("the cable burns");
    }

    private String await(String text, Duration longest) {
        return transcript.await("no " + text, line -> line.contains(text), longest);
    }
}
