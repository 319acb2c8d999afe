package usbd4j.gadget.devicefile;

import static usbd4j.gadget.devicefile.NumberTypes.MILLISECONDS;
import static usbd4j.gadget.devicefile.NumberTypes.U16;
import static usbd4j.gadget.devicefile.TextTypes.TEXT;

import java.time.Duration;
import java.util.Optional;
import usbd4j.dfu.DfuState;
import usbd4j.gadget.Mode;
import usbd4j.gadget.device.Absence;
import usbd4j.gadget.device.DeviceFault;
import usbd4j.gadget.device.EndpointFault;
import usbd4j.gadget.device.Fault;
import usbd4j.gadget.device.FaultAction;
import usbd4j.gadget.device.FaultCondition;
import usbd4j.gadget.device.FaultyRequest;
import usbd4j.gadget.device.Occurrences;
import usbd4j.gadget.device.SetupFields;

/** {@code [[fault]]}. */
final class FaultTable {
    static final String MEANING =
            "A way to misbehave: which requests, or which transfers of an endpoint, and what happens to them. Several faults may strike"
                    + " the same one; the first one in the file is nearest to the host.";

    private static final Absence SHORT = Absence.ofMillis(1000);

    private static final ValueType<FaultyRequest> REQUEST =
            TEXT.as("a request such as \"DNLOAD\" or \"SET_INTERFACE\"", FaultyRequest::of, FaultyRequest::name);

    private static final ValueType<Mode> PERSONA = TextTypes.choice("\"run-time\" or \"dfu-mode\"", Mode.values());

    private static final ValueType<DfuState> STATE =
            TEXT.as("a state of DFU such as \"dfuIDLE\"", FaultTable::state, DfuState::toString);

    private static final String DO = "\"stall\", \"ignore\", \"delay\", \"change\" or \"leave\"";

    private FaultTable() {}

    static DeviceFault read(Table table) {
        Optional<EndpointFault> ofEndpoint = EndpointFaultKeys.read(table);
        return ofEndpoint.isPresent() ? ofEndpoint.get() : ofRequest(table);
    }

    private static Fault ofRequest(Table table) {
        Optional<FaultyRequest> on = table.optional(
                "on",
                REQUEST,
                "required, or endpoint",
                "The request: DETACH, DNLOAD, UPLOAD, GETSTATUS, CLRSTATUS, GETSTATE or ABORT, or, on --bus vhci and usbip,"
                        + " GET_DESCRIPTOR, SET_CONFIGURATION or SET_INTERFACE.");
        Optional<Integer> block = table.optional("block", U16, "any", "Its wBlockNum, of DNLOAD and UPLOAD.");
        SetupFields fields = fields(table);
        Optional<FaultyRequest> after = table.optional(
                "after", REQUEST, "any, or none", "The request of DFU before it, whatever became of that.");
        Optional<Mode> persona = table.optional("persona", PERSONA, "both", "In which persona.");
        Optional<DfuState> state = table.optional(
                "state", STATE, "any", "The state that the host was told last, by GETSTATUS or GETSTATE.");
        OccurrenceKeys which = OccurrenceKeys.read(table);
        FaultAction action = action(table, which.seed());
        Occurrences occurrences = which.occurrences();
        if (on.isEmpty()) {
            throw new IllegalArgumentException("a fault needs on and do");
        }
        FaultCondition condition = new FaultCondition(
                on.get(),
                block,
                fields,
                after,
                persona,
                state,
                occurrences.from(),
                occurrences.to(),
                occurrences.every(),
                occurrences.probability(),
                occurrences.seed());
        return new Fault(condition, action);
    }

    private static SetupFields fields(Table table) {
        return new SetupFields(
                table.optional(
                        "wValue",
                        U16,
                        "any",
                        "Its wValue: of GET_DESCRIPTOR the type and the index, such as 0x0302 for the second string."),
                table.optional("wIndex", U16, "any", "Its wIndex, both bytes."),
                table.optional("wLength", U16, "any", "Its wLength: 0 of the DNLOAD that ends a download."));
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
                "How late the answer is, or how long the endpoint answers NAK.");
    }

    private static FaultAction action(Table table, int seed) {
        Optional<String> given = what(table);
        Optional<Duration> time = time(table);
        FaultAction.Change change = FaultChangeTable.read(table, seed);
        Optional<Boolean> isAnswered = table.optional(
                "answered",
                NumberTypes.BOOLEAN,
                "false",
                "Whether the device answers the request before it leaves the bus.");
        Optional<Absence> away =
                table.optional("away", OffBusTable.ABSENCE, "1000", "How long it stays away when it leaves.");
        Optional<Mode> backAs = table.optional("back-as", PERSONA, "the same", "The persona in which it comes back.");
        String what = given.orElseThrow(() -> new IllegalArgumentException("a fault needs on and do"));
        requireOf(what, "delay", time.isPresent(), "time");
        requireOf(what, "change", !change.changes().isEmpty(), "a key that changes data");
        requireOf(
                what,
                "leave",
                isAnswered.isPresent() || away.isPresent() || backAs.isPresent(),
                "answered, away or back-as");
        return switch (what) {
            case "stall" -> new FaultAction.Stall();
            case "ignore" -> new FaultAction.Ignore();
            case "delay" ->
                new FaultAction.Delay(
                        time.orElseThrow(() -> new IllegalArgumentException("a fault that delays needs a time")));
            case "change" -> change;
            case "leave" -> new FaultAction.Leave(isAnswered.orElse(false), away.orElse(SHORT), backAs);
            default -> throw new IllegalArgumentException(unknown(what));
        };
    }

    private static String unknown(String what) {
        return EndpointFaultKeys.isKind(what)
                ? "a fault with do = \"%s\" is on an endpoint: it has endpoint in place of on".formatted(what)
                : "fault.do is %s, not \"%s\"".formatted(DO, what);
    }

    static void requireOf(String what, String owner, boolean isGiven, String key) {
        if (isGiven && !what.equals(owner)) {
            throw new IllegalArgumentException(
                    "a fault with do = \"%s\" has no use for %s: that is for \"%s\"".formatted(what, key, owner));
        }
    }

    private static DfuState state(String text) {
        for (DfuState each : DfuState.values()) {
            if (each.toString().equals(text)) {
                return each;
            }
        }
        throw new IllegalArgumentException("\"%s\" is no state of DFU".formatted(text));
    }
}
