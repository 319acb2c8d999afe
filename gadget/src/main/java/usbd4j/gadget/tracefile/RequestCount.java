package usbd4j.gadget.tracefile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import usbd4j.gadget.trace.ControlTransfer;
import usbd4j.gadget.trace.Ending;

/** How often a request came, how it ended, and how long it took. */
final class RequestCount {
    static final String HEADER =
            row("REQUEST", "COUNT", "DONE", "STALLED", "GIVEN UP", "SHORTEST", "MEDIAN", "LONGEST");

    private final Map<Ending, Integer> endings = new EnumMap<>(Ending.class);
    private final List<Long> micros = new ArrayList<>();

    void add(ControlTransfer transfer) {
        endings.merge(transfer.ending(), 1, Integer::sum);
        micros.add(transfer.took().toNanos() / 1000);
    }

    String line(String name) {
        Collections.sort(micros);
        return row(
                name,
                micros.size(),
                count(Ending.DONE),
                count(Ending.STALLED),
                count(Ending.GIVEN_UP),
                millis(micros.get(0)),
                millis(micros.get(micros.size() / 2)),
                millis(micros.get(micros.size() - 1)));
    }

    private int count(Ending ending) {
        return endings.getOrDefault(ending, 0);
    }

    private static String millis(long micros) {
        return "%.2f ms".formatted(micros / 1e3);
    }

    private static String row(Object... columns) {
        return "%-24s %7s %7s %8s %9s %11s %11s %11s".formatted(columns);
    }
}
