package usbd4j.gadget.tracefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import usbd4j.gadget.trace.TraceEvent;
import usbd4j.gadget.trace.TraceListener;

/**
 * A page that shows the {@link JsonLines} in it. They are its last element, so that an event is written when it happens, and a page that
 * is cut shows what is there.
 */
final class HtmlPage implements TraceListener {
    /** Where page.html has a style sheet, or a script. */
    private static final Pattern PART = Pattern.compile("/\\* (\\w+\\.(?:css|js)) \\*/\n");

    private final ByteArrayOutputStream out;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final JsonLines lines;

    HtmlPage(ByteArrayOutputStream out) {
        this.out = out;
        String page = PART.matcher(resource("page.html")).replaceAll(HtmlPage::part);
        out.writeBytes(page.getBytes(UTF_8));
        lines = new JsonLines(line);
        writeLine();
    }

    private static String part(MatchResult place) {
        return Matcher.quoteReplacement(resource(place.group(1)));
    }

    private static String resource(String name) {
        try (InputStream file = HtmlPage.class.getResourceAsStream("page/" + name)) {
            if (file == null) {
                throw new IllegalStateException("the program lacks its file page/" + name);
            }
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing in a line can end the element that the lines are in. */
    private void writeLine() {
        out.writeBytes(line.toString(UTF_8).replace("<", "\\u003c").getBytes(UTF_8));
        line.reset();
    }

    @Override
    public void happened(TraceEvent event) {
        lines.happened(event);
        writeLine();
    }

    @Override
    public void ended(Instant time) {
        out.writeBytes("</script>\n</body>\n</html>\n".getBytes(UTF_8));
    }
}
