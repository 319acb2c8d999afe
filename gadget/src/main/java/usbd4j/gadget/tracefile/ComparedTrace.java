package usbd4j.gadget.tracefile;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import usbd4j.dfu.DfuRequest;
import usbd4j.gadget.trace.ControlTransfer;
import usbd4j.gadget.trace.Note;
import usbd4j.gadget.trace.TraceEvent;
import usbd4j.gadget.trace.TraceListener;
import usbd4j.stack.Direction;

/**
 * A trace, to be compared with another one.
 *
 * @param name of the file
 * @param lines what happened on the bus, without times: an event each; with data that the words do not tell behind
 * @param times how long each took
 */
record ComparedTrace(String name, List<String> lines, List<Duration> times) implements TraceListener {
    private static final int SHOWN = 16;

    static ComparedTrace read(Path file) {
        ComparedTrace trace = new ComparedTrace(file.toString(), new ArrayList<>(), new ArrayList<>());
        TraceReader.of(file).tell(trace);
        return trace;
    }

    /** What the program says follows from the rest, but for what is of one run only, such as paths. */
    @Override
    public void happened(TraceEvent event) {
        if (!(event instanceof Note)) {
            lines.add(event.seen() + recipient(event) + unsaid(event));
            times.add(event.took());
        }
    }

    /** {@return the interface, which the words do not tell, unless it is the first} */
    private static String recipient(TraceEvent event) {
        return event instanceof ControlTransfer transfer
                        && DfuRequest.of(transfer.setup()).isPresent()
                        && transfer.setup().wIndex() != 0
                ? " [wIndex %d]".formatted(transfer.setup().wIndex())
                : "";
    }

    /** {@return the data, or their check sum if they are many, where the words do not tell all of them} */
    private static String unsaid(TraceEvent event) {
        ByteBuffer data = event.data();
        if (data.remaining() > SHOWN) {
            CRC32 crc = new CRC32();
            crc.update(data.duplicate());
            return " [crc %08x]".formatted(crc.getValue());
        }
        boolean isTold = !(event instanceof ControlTransfer transfer) || isTold(transfer);
        return isTold || !data.hasRemaining() ? "" : " [%s]".formatted(hex(data));
    }

    /** Of data to the device the words tell the length, and of a status not all fields. */
    private static boolean isTold(ControlTransfer transfer) {
        return transfer.setup().direction() == Direction.IN
                && !DfuRequest.of(transfer.setup()).equals(Optional.of(DfuRequest.GETSTATUS));
    }

    private static String hex(ByteBuffer data) {
        byte[] bytes = new byte[data.remaining()];
        data.duplicate().get(bytes);
        return HexFormat.ofDelimiter(" ").formatHex(bytes);
    }
}
