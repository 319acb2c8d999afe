package usbd4j.gadget.tracefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.trace.TraceListener;
import usbd4j.gadget.trace.TraceSource;

/** Reads what {@link JsonLines} has written, a line at a time, however many there are. */
final class JsonLinesReader implements TraceSource {
    private static final JsonFactory JSON = new JsonFactory();

    private static final String NO_TRACE =
            "its first line is not that of a trace in JSON lines; \"usbd4j run --trace FILE.jsonl\" writes them";

    private final Path file;

    /**
     * Prepares to read.
     *
     * @param file the trace
     */
    JsonLinesReader(Path file) {
        this.file = file;
    }

    /** Reads the trace to its end. The last line of a trace may have been cut; then all before it are read. */
    @Override
    public void tell(TraceListener listener) {
        // Not Files.newBufferedReader: the file may end within a character.
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), UTF_8))) {
            int number = 1;
            requireVersion(reader.readLine());
            String line = reader.readLine();
            while (line != null) {
                number++;
                String next = reader.readLine();
                tell(line, number, next == null, listener);
                line = next;
            }
        } catch (IOException e) {
            throw unreadable(Reason.of(e));
        }
    }

    private void requireVersion(@Nullable String first) throws IOException {
        try {
            Fields fields = new Fields(first == null ? Map.of() : fields(first));
            if (!fields.text("event").equals("trace")) {
                throw new IllegalArgumentException("it begins with another event");
            }
            if (fields.number("version") != JsonLines.VERSION) {
                throw unreadable("it has version %s, and this program reads version %d"
                        .formatted(fields.text("version"), JsonLines.VERSION));
            }
        } catch (IllegalArgumentException e) {
            throw unreadable(NO_TRACE);
        }
    }

    private void tell(String line, int number, boolean isLast, TraceListener listener) throws IOException {
        try {
            new Fields(fields(line)).event().ifPresent(listener::happened);
        } catch (IllegalArgumentException e) {
            if (!isLast) {
                throw unreadable("line %d: %s".formatted(number, e.getMessage()));
            }
        }
    }

    private static Map<String, String> fields(String line) throws IOException {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser parser = JSON.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("this is no JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                parser.skipChildren();
                fields.put(name, parser.getText());
            }
            return fields;
        } catch (JsonParseException e) {
            throw new IllegalArgumentException("this is no JSON object: " + e.getOriginalMessage(), e);
        }
    }

    private GadgetException unreadable(String why) {
        return new GadgetException(ExitStatus.TRACE, "cannot read the trace %s: %s".formatted(file, why));
    }
}
