package usbd4j.gadget.tracefile;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import usbd4j.gadget.trace.Attached;
import usbd4j.gadget.trace.BusChange;
import usbd4j.gadget.trace.ControlTransfer;
import usbd4j.gadget.trace.EndpointTransfer;
import usbd4j.gadget.trace.Lost;
import usbd4j.gadget.trace.Note;
import usbd4j.gadget.trace.SettingChange;
import usbd4j.gadget.trace.TraceEvent;
import usbd4j.gadget.trace.TraceVisitor;

/**
 * A trace, to be compared with another one.
 *
 * @param name of the file
 * @param lines what happened on the bus, without times: an event each; where data are longer than a line shows, with their check sum
 * @param times how long each took
 */
record ComparedTrace(String name, List<String> lines, List<Duration> times) implements TraceVisitor {
    private static final int SHOWN = 16;

    static ComparedTrace read(Path file) {
        ComparedTrace trace = new ComparedTrace(file.toString(), new ArrayList<>(), new ArrayList<>());
        new JsonLinesReader(file).tell(trace);
        return trace;
    }

    @Override
    public void attached(Attached event) {
        add(event, Duration.ZERO);
    }

    @Override
    public void control(ControlTransfer event) {
        add(event, event.took());
    }

    @Override
    public void bus(BusChange event) {
        add(event, Duration.ZERO);
    }

    @Override
    public void setting(SettingChange event) {
        add(event, Duration.ZERO);
    }

    @Override
    public void transfer(EndpointTransfer event) {
        add(event, Duration.ZERO);
    }

    /** {@inheritDoc} What the program says follows from the rest, but for what is of one run only, such as paths. */
    @Override
    public void note(Note event) {}

    @Override
    public void lost(Lost event) {
        add(event, Duration.ZERO);
    }

    private void add(TraceEvent event, Duration took) {
        lines.add(event.text() + check(event.data()));
        times.add(took);
    }

    private static String check(ByteBuffer data) {
        if (data.remaining() <= SHOWN) {
            return "";
        }
        CRC32 crc = new CRC32();
        crc.update(data.duplicate());
        return " [crc %08x]".formatted(crc.getValue());
    }
}
