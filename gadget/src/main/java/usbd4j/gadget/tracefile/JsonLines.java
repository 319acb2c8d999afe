package usbd4j.gadget.tracefile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import usbd4j.gadget.trace.Attached;
import usbd4j.gadget.trace.BusChange;
import usbd4j.gadget.trace.ControlTransfer;
import usbd4j.gadget.trace.EndpointTransfer;
import usbd4j.gadget.trace.Lost;
import usbd4j.gadget.trace.Note;
import usbd4j.gadget.trace.SettingChange;
import usbd4j.gadget.trace.TraceVisitor;

/** A line of JSON for each event. docs/traces.md describes them. */
final class JsonLines implements TraceVisitor {
    /** The version of the schema; it changes when a reader of before would misunderstand a line. */
    static final int VERSION = 1;

    private static final HexFormat HEX = HexFormat.of();

    private final ByteArrayOutputStream out;
    private final JsonGenerator json;

    /** What belongs to one kind of event. */
    private interface OwnFields {
        void write() throws IOException;
    }

    JsonLines(ByteArrayOutputStream out) {
        this.out = out;
        try {
            json = new JsonFactory().createGenerator(out).setRootValueSeparator(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        line(Instant.now(), "trace", () -> json.writeNumberField("version", VERSION));
    }

    @Override
    public void attached(Attached event) {
        line(event.time(), "attached", () -> {
            json.writeStringField("persona", event.persona());
            json.writeStringField("bus", event.bus());
            json.writeStringField("device", hex(event.device()));
            json.writeStringField("configuration", hex(event.configuration()));
        });
    }

    @Override
    public void control(ControlTransfer event) {
        line(event.time(), "control", () -> {
            json.writeNumberField("took-us", event.took().toNanos() / 1000);
            json.writeStringField("setup", hex(SetupBytes.of(event.setup())));
            json.writeStringField("ending", event.ending().toString());
            if (event.data().hasRemaining()) {
                json.writeStringField("data", hex(event.data()));
            }
            if (!event.reason().isEmpty()) {
                json.writeStringField("reason", event.reason());
            }
            json.writeStringField("text", event.text());
        });
    }

    @Override
    public void bus(BusChange event) {
        line(event.time(), Fields.name(event.event()), () -> {
            if (event.speed().isPresent()) {
                json.writeStringField("speed", event.speed().get().toString());
            }
        });
    }

    @Override
    public void setting(SettingChange event) {
        line(event.time(), "alternate-setting", () -> {
            json.writeNumberField("interface", event.bInterfaceNumber());
            json.writeNumberField("setting", event.bAlternateSetting());
        });
    }

    @Override
    public void transfer(EndpointTransfer event) {
        line(event.time(), "transfer", () -> {
            json.writeNumberField("endpoint", event.bEndpointAddress());
            json.writeStringField("type", Fields.name(event.type()));
            json.writeStringField("outcome", Fields.name(event.outcome()));
            json.writeStringField("data", hex(event.data()));
        });
    }

    @Override
    public void note(Note event) {
        line(event.time(), "note", () -> json.writeStringField("text", event.text()));
    }

    @Override
    public void lost(Lost event) {
        line(event.time(), "lost", () -> json.writeNumberField("count", event.count()));
    }

    private void line(Instant time, String event, OwnFields fields) {
        try {
            json.writeStartObject();
            json.writeStringField("time", time.truncatedTo(ChronoUnit.MICROS).toString());
            json.writeStringField("event", event);
            fields.write();
            json.writeEndObject();
            json.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.write('\n');
    }

    private static String hex(ByteBuffer data) {
        byte[] bytes = new byte[data.remaining()];
        data.duplicate().get(bytes);
        return HEX.formatHex(bytes);
    }
}
