package usbd4j.gadget.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleLoggerTest {
    @AutoClose
    private final StandardError err = new StandardError(Level.INFO);

    private final Logger log = new ConsoleLogger("test");

    @Test
    void aRecordIsTheTimeAndTheText() {
        log.log(Level.INFO, "bus reset");

        assertThat(err.lines()).singleElement().asString().matches("\\d\\d:\\d\\d:\\d\\d\\.\\d\\d\\d bus reset");
    }

    @ParameterizedTest
    @CsvSource({"ERROR, error: text", "WARNING, warning: text", "INFO, text"})
    void onlyTroubleIsNamed(Level level, String line) {
        log.log(level, "text");

        assertThat(err.linesWithoutTime()).containsExactly(line);
    }

    @Test
    void valuesAreFilledIn() {
        log.log(Level.INFO, "{0} of {1}", "one", "two");

        assertThat(err.linesWithoutTime()).containsExactly("one of two");
    }

    @Test
    void numbersAreWrittenPlainly() {
        log.log(Level.INFO, "{0} ms", 65535);

        assertThat(err.linesWithoutTime()).containsExactly("65535 ms");
    }

    @Test
    void aTextWithoutValuesIsWrittenAsItIs() {
        log.log(Level.INFO, "it's {0}");

        assertThat(err.linesWithoutTime()).containsExactly("it's {0}");
    }

    @Test
    void anExceptionIsASecondLine() {
        log.log(Level.ERROR, "a class failed", new IllegalStateException("why"));

        assertThat(err.linesWithoutTime())
                .containsExactly("error: a class failed", "error: java.lang.IllegalStateException: why");
    }

    @Test
    void anExceptionHasItsStackTraceIfAskedForDetails() {
        ConsoleLoggerFinder.show(Level.TRACE);
        log.log(Level.ERROR, "a class failed", new IllegalStateException("why"));

        assertThat(err.lines()).anyMatch(line -> line.contains("at usbd4j.gadget.transcript.ConsoleLoggerTest"));
    }

    @Test
    void whatIsBelowTheThresholdIsNotWritten() {
        ConsoleLoggerFinder.show(Level.WARNING);
        log.log(Level.INFO, "text");
        log.log(Level.INFO, "{0}", "text");
        log.log(Level.INFO, "text", new IllegalStateException("why"));

        assertThat(err.lines()).isEmpty();
    }

    @Test
    void whatIsMutedIsNotWritten() {
        ConsoleLoggerFinder.muted(() -> log.log(Level.ERROR, "text"));
        assertThat(err.lines()).isEmpty();

        log.log(Level.ERROR, "text");
        assertThat(err.linesWithoutTime()).containsExactly("error: text");
    }

    @Test
    void whoTakesTheLinesOfAThreadTakesThoseOfItsChildren() throws InterruptedException {
        List<String> taken = new CopyOnWriteArrayList<>();
        List<Thread> children = new ArrayList<>();
        ConsoleLoggerFinder.telling(taken::add, () -> {
            log.log(Level.INFO, "thread");
            children.add(new Thread(() -> log.log(Level.INFO, "child")));
        });
        children.get(0).start();
        children.get(0).join();
        log.log(Level.INFO, "afterwards");

        assertThat(taken).hasSize(2).allMatch(line -> line.endsWith(" thread") || line.endsWith(" child"));
        assertThat(err.linesWithoutTime()).containsExactly("afterwards");
    }

    @Test
    void offIsNotLoggable() {
        assertThat(log.isLoggable(Level.OFF)).isFalse();
    }

    @Test
    void isTheLoggerOfTheProgram() {
        assertThat(System.getLogger("usbd4j.stack.Any").isLoggable(Level.DEBUG)).isFalse();
        ConsoleLoggerFinder.show(Level.DEBUG);

        assertThat(System.getLogger("usbd4j.stack.Any").isLoggable(Level.DEBUG)).isTrue();
    }
}
