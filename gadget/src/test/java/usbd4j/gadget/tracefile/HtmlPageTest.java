package usbd4j.gadget.tracefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usbd4j.gadget.trace.Note;
import usbd4j.gadget.trace.TraceEvent;

class HtmlPageTest {
    private static final String LINES = "<script type=\"application/x-ndjson\" id=\"lines\">\n";
    private static final String END = "</script>\n</body>\n</html>\n";

    @TempDir
    private Path directory;

    private String page(List<? extends TraceEvent> events) throws IOException {
        Path file = directory.resolve("trace.html");
        try (TraceFile trace = TraceFile.begin(file, Long.MAX_VALUE)) {
            events.forEach(trace::happened);
        }
        return Files.readString(file);
    }

    private static String linesOf(String page) {
        assertThat(page).containsOnlyOnce(LINES).endsWith(END);
        return page.substring(page.indexOf(LINES) + LINES.length(), page.length() - END.length());
    }

    @Test
    void everyEventIsInThePageAsItsLine() throws IOException {
        Path file = Files.writeString(directory.resolve("read.jsonl"), linesOf(page(Events.all())));

        List<TraceEvent> read = new ArrayList<>();
        new JsonLinesReader(file).tell(read::add);
        assertThat(read).isEqualTo(Events.all());
    }

    @Test
    void theStyleSheetAndTheScriptsAreInThePage() throws IOException {
        String page = page(List.of());

        assertThat(page)
                .startsWith("<!DOCTYPE html>\n")
                .contains("prefers-color-scheme", "class TimeScale", "DOMContentLoaded")
                .doesNotContain(".css */", ".js */");
    }

    @Test
    void thePageLoadsNothing() throws IOException {
        assertThat(page(List.of()))
                .contains("default-src 'none'")
                .doesNotContain("src=", "href=", "url(", "@import", "fetch(", "XMLHttpRequest");
    }

    @Test
    void noTextEndsTheElementOfTheLines() throws IOException {
        String lines = linesOf(page(List.of(new Note(Events.TIME, "a string </script><!-- <script>"))));

        assertThat(lines)
                .contains("a string \\u003c/script>\\u003c!-- \\u003cscript>")
                .doesNotContain("<");
    }
}
