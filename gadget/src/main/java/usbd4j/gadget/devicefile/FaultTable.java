package usbd4j.gadget.devicefile;

import static usbd4j.gadget.devicefile.NumberTypes.MILLISECONDS;
import static usbd4j.gadget.devicefile.NumberTypes.U16;
import static usbd4j.gadget.devicefile.NumberTypes.number;
import static usbd4j.gadget.devicefile.TextTypes.TEXT;

import java.time.Duration;
import java.util.Optional;
import usbd4j.dfu.DfuState;
import usbd4j.gadget.Mode;
import usbd4j.gadget.device.Absence;
import usbd4j.gadget.device.Fault;
import usbd4j.gadget.device.FaultAction;
import usbd4j.gadget.device.FaultCondition;
import usbd4j.gadget.device.FaultyRequest;
import usbd4j.gadget.device.SetupFields;

/** {@code [[fault]]}. */
final class FaultTable {
    static final String MEANING =
            "A way to misbehave: which requests, and what happens to them. Several faults may strike the same request; the first one in"
                    + " the file is nearest to the host.";

    private static final Absence SHORT = Absence.ofMillis(1000);
    private static final int MOST = 1_000_000_000;

    private static final ValueType<FaultyRequest> REQUEST =
            TEXT.as("a request such as \"DNLOAD\" or \"SET_INTERFACE\"", FaultyRequest::of, FaultyRequest::name);

    private static final ValueType<Mode> PERSONA = TextTypes.choice("\"run-time\" or \"dfu-mode\"", Mode.values());

    private static final ValueType<DfuState> STATE =
            TEXT.as("a state of DFU such as \"dfuIDLE\"", FaultTable::state, DfuState::toString);

    private static final ValueType<Double> PROBABILITY = new ValueType<>(
            "a number above 0.0, at most 1.0", FaultTable::probability, number -> Double.toString(number));

    private static final ValueType<Integer> COUNT = number(1, MOST);

    private static final String DO = "\"stall\", \"ignore\", \"delay\", \"change\" or \"leave\"";

    private FaultTable() {}

    static Fault read(Table table) {
        Optional<FaultyRequest> on = table.optional(
                "on",
                REQUEST,
                "required",
                "The request: DETACH, DNLOAD, UPLOAD, GETSTATUS, CLRSTATUS, GETSTATE or ABORT, or, on --bus vhci and usbip,"
                        + " GET_DESCRIPTOR, SET_CONFIGURATION or SET_INTERFACE.");
        Optional<Integer> block = table.optional("block", U16, "any", "Its wBlockNum, of DNLOAD and UPLOAD.");
        SetupFields fields = fields(table);
        Optional<FaultyRequest> after = table.optional(
                "after", REQUEST, "any, or none", "The request of DFU before it, whatever became of that.");
        Optional<Mode> persona = table.optional("persona", PERSONA, "both", "In which persona.");
        Optional<DfuState> state = table.optional(
                "state", STATE, "any", "The state that the host was told last, by GETSTATUS or GETSTATE.");
        Optional<Integer> nth = table.optional(
                "nth", COUNT, "each", "Which one of these requests, counted from 1 since the program was started.");
        Optional<Integer> from = table.optional("from", COUNT, "1", "The first one, where there are several.");
        Optional<Integer> to = table.optional("to", COUNT, "no last one", "The last one.");
        int every = table.value("every", COUNT, 1, "2 for every second one from there on, and so on.");
        double probability = table.value("probability", PROBABILITY, 1.0, "With which these are struck.");
        int seed = table.value("seed", number(0, MOST), 0, "Of the random numbers, for the same ones each time.");
        FaultAction action = action(table, seed);
        if (nth.isPresent() && (from.isPresent() || to.isPresent())) {
            throw new IllegalArgumentException("a fault has nth, or from and to; not both");
        }
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
                nth.or(() -> from).orElse(1),
                nth.or(() -> to).orElse(Integer.MAX_VALUE),
                every,
                probability,
                seed);
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

    private static FaultAction action(Table table, int seed) {
        Optional<String> given = table.optional("do", TEXT, "required", "What happens: " + DO + ".");
        Optional<Duration> time =
                table.optional("time", MILLISECONDS, "required for \"delay\"", "How late the answer is.");
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
            default -> throw new IllegalArgumentException("fault.do is %s, not \"%s\"".formatted(DO, what));
        };
    }

    private static void requireOf(String what, String owner, boolean isGiven, String key) {
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

    private static Double probability(Object value) {
        double number = (Double) value;
        if (!(number > 0 && number <= 1)) {
            throw new IllegalArgumentException("%s is not a number above 0.0, at most 1.0".formatted(number));
        }
        return number;
    }
}
