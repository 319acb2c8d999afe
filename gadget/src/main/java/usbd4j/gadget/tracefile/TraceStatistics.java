package usbd4j.gadget.tracefile;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import usbd4j.dfu.DfuRequest;
import usbd4j.dfu.DfuState;
import usbd4j.gadget.trace.ControlTransfer;
import usbd4j.gadget.trace.Ending;
import usbd4j.gadget.trace.ToldState;
import usbd4j.gadget.trace.TraceEvent;
import usbd4j.gadget.trace.TraceListener;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.StandardRequest;

/** Counts what a host did. */
public final class TraceStatistics implements TraceListener {
    private static final String UNKNOWN = "(not told yet)";

    private final Map<String, RequestCount> requests = new LinkedHashMap<>();
    private final Map<String, Map<String, Integer>> states = new LinkedHashMap<>();
    private final Throughput download = new Throughput();
    private final Throughput upload = new Throughput();
    private final ToldState told = new ToldState();

    /** Begins with nothing. */
    public TraceStatistics() {}

    /** How much data came, and how fast. */
    private static final class Throughput {
        private long bytes;
        private Optional<Instant> first = Optional.empty();
        private Instant last = Instant.EPOCH;

        void add(ControlTransfer transfer) {
            bytes += transfer.data().remaining();
            first = first.or(() -> Optional.of(transfer.time()));
            last = transfer.time().plus(transfer.took());
        }

        String line(String what) {
            double seconds = Duration.between(first.orElse(last), last).toNanos() / 1e9;
            String speed = seconds > 0 ? ", %.1f KiB/s".formatted(bytes / 1024.0 / seconds) : "";
            return "%s: %d bytes in %.2f s%s".formatted(what, bytes, seconds, speed);
        }
    }

    @Override
    public void happened(TraceEvent event) {
        if (event instanceof ControlTransfer transfer && transfer.ending() != Ending.HELD) {
            String name = name(transfer.setup());
            requests.computeIfAbsent(name, each -> new RequestCount()).add(transfer);
            DfuRequest.of(transfer.setup()).ifPresent(request -> add(request, transfer));
        }
        told.happened(event);
    }

    private void add(DfuRequest request, ControlTransfer transfer) {
        String state = told.state().map(DfuState::toString).orElse(UNKNOWN);
        states.computeIfAbsent(state, each -> new LinkedHashMap<>()).merge(request.name(), 1, Integer::sum);
        if (transfer.ending() == Ending.DONE && request == DfuRequest.DNLOAD) {
            download.add(transfer);
        }
        if (transfer.ending() == Ending.DONE && request == DfuRequest.UPLOAD) {
            upload.add(transfer);
        }
    }

    private static String name(SetupPacket setup) {
        return DfuRequest.of(setup)
                .map(Enum::name)
                .or(() -> StandardRequest.of(setup).map(Enum::name))
                .orElseGet(() -> "%s request 0x%02X".formatted(setup.type(), setup.bRequest()));
    }

    /** {@return the tables} */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(RequestCount.HEADER);
        requests.forEach((name, count) -> lines.add(count.line(name)));
        if (!states.isEmpty()) {
            lines.add("");
            lines.add("Requests of DFU by the state that the host was told last:");
            states.forEach((each, counts) -> lines.add("%-24s %s".formatted(each, counted(counts))));
        }
        if (download.bytes > 0) {
            lines.add("");
            lines.add(download.line("download"));
        }
        if (upload.bytes > 0) {
            lines.add("");
            lines.add(upload.line("upload"));
        }
        return lines;
    }

    private static String counted(Map<String, Integer> counts) {
        List<String> texts = new ArrayList<>();
        counts.forEach((name, count) -> texts.add(name + " " + count));
        return String.join(", ", texts);
    }
}
