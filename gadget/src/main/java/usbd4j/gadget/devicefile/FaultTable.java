package usbd4j.gadget.devicefile;

import static java.util.stream.Collectors.joining;
import static usbd4j.gadget.devicefile.NumberTypes.MILLISECONDS;
import static usbd4j.gadget.devicefile.TextTypes.TEXT;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import usbd4j.gadget.Mode;
import usbd4j.gadget.device.DeviceFault;
import usbd4j.gadget.device.EndpointFault;
import usbd4j.gadget.device.Fault;
import usbd4j.gadget.device.FaultAction;
import usbd4j.gadget.device.FaultCondition;
import usbd4j.gadget.device.Occurrences;
import usbd4j.gadget.device.OnDetach;

/** {@code [[fault]]}. */
final class FaultTable {
    static final String MEANING =
            "A way to misbehave: at which requests, events or transfers of an endpoint, and what happens then. Several faults may strike"
                    + " the same one; the first one in the file is nearest to the host.";

    static final ValueType<Mode> PERSONA = TextTypes.choice("\"run-time\" or \"dfu-mode\"", Mode.values());

    private static final String DO = "\"stall\", \"ignore\", \"delay\", \"change\" or \"leave\"";

    private FaultTable() {}

    static DeviceFault read(Table table, OnDetach onDetach) {
        Optional<EndpointFault> ofEndpoint = EndpointFaultKeys.read(table);
        return ofEndpoint.isPresent() ? ofEndpoint.get() : occasional(table, onDetach);
    }

    private static Fault occasional(Table table, OnDetach onDetach) {
        Optional<FaultCondition> when = FaultConditionTable.read(table);
        FaultAction what = action(
                table, when.map(FaultCondition::which).map(Occurrences::seed).orElse(0L), onDetach);
        return new Fault(when.orElseThrow(FaultTable::incomplete), what);
    }

    private static IllegalArgumentException incomplete() {
        return new IllegalArgumentException("a fault needs on and do");
    }

    static Optional<String> what(Table table) {
        return table.optional(
                "do",
                TEXT,
                "required",
                "What happens: " + DO + "; to a transfer of an endpoint " + EndpointFaultKeys.DO + ".");
    }

    static Optional<Duration> time(Table table) {
        return table.optional(
                "time",
                MILLISECONDS,
                "required for \"delay\" and \"nak\"",
                "How late the answer is, how much later the device leaves, or how long the endpoint answers NAK.");
    }

    private static FaultAction action(Table table, long seed, OnDetach onDetach) {
        Optional<String> given = what(table);
        Optional<Duration> time = time(table);
        FaultAction.Change change = FaultChangeTable.read(table, seed);
        FaultLeaveTable leave = FaultLeaveTable.read(table);
        String what = given.orElseThrow(FaultTable::incomplete);
        requireOf(what, List.of("delay", "leave"), time.isPresent(), "time");
        requireOf(what, List.of("change"), !change.changes().isEmpty(), "a key that changes data");
        requireOf(what, List.of("leave"), leave.isGiven(), "answered, performed, away or a key that begins with back-");
        return switch (what) {
            case "stall" -> new FaultAction.Stall();
            case "ignore" -> new FaultAction.Ignore();
            case "delay" ->
                new FaultAction.Delay(
                        time.orElseThrow(() -> new IllegalArgumentException("a fault that delays needs a time")));
            case "change" -> change;
            case "leave" -> leave.action(time, onDetach);
            default -> throw new IllegalArgumentException(unknown(what));
        };
    }

    private static String unknown(String what) {
        return EndpointFaultKeys.isKind(what)
                ? "a fault with do = \"%s\" is on an endpoint: it has endpoint in place of on".formatted(what)
                : "fault.do is %s, not \"%s\"".formatted(DO, what);
    }

    static void requireOf(String what, List<String> owners, boolean isGiven, String key) {
        if (isGiven && !owners.contains(what)) {
            throw new IllegalArgumentException("a fault with do = \"%s\" has no use for %s: that is for %s"
                    .formatted(
                            what, key, owners.stream().map("\"%s\""::formatted).collect(joining(" and "))));
        }
    }
}
