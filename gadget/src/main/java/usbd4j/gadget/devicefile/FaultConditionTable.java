package usbd4j.gadget.devicefile;

import static usbd4j.gadget.devicefile.NumberTypes.ADDRESS;
import static usbd4j.gadget.devicefile.NumberTypes.MILLISECONDS;
import static usbd4j.gadget.devicefile.NumberTypes.U16;
import static usbd4j.gadget.devicefile.TextTypes.TEXT;

import java.time.Duration;
import java.util.Optional;
import usbd4j.dfu.DfuState;
import usbd4j.gadget.Mode;
import usbd4j.gadget.device.FaultCondition;
import usbd4j.gadget.device.FaultOccasion;
import usbd4j.gadget.device.FaultyRequest;
import usbd4j.gadget.device.Occurrences;
import usbd4j.gadget.device.SetupFields;

/** The keys of {@code [[fault]]} that say what it strikes. */
final class FaultConditionTable {
    private static final ValueType<FaultOccasion> OCCASION =
            TEXT.as("a request or event such as \"DNLOAD\" or \"RESET\"", FaultOccasion::of, FaultOccasion::name);

    private static final ValueType<FaultyRequest> REQUEST =
            TEXT.as("a request of DFU such as \"DNLOAD\"", FaultyRequest::of, FaultyRequest::name);

    private static final ValueType<DfuState> STATE =
            TEXT.as("a state of DFU such as \"dfuIDLE\"", FaultConditionTable::state, DfuState::toString);

    private FaultConditionTable() {}

    /** {@return the condition; empty without "on"} */
    static Optional<FaultCondition> read(Table table) {
        Optional<FaultOccasion> on = table.optional(
                "on",
                OCCASION,
                "required, or endpoint",
                "The request: DETACH, DNLOAD, UPLOAD, GETSTATUS, CLRSTATUS, GETSTATE or ABORT, or, on --bus vhci and usbip,"
                        + " GET_DESCRIPTOR, SET_CONFIGURATION or SET_INTERFACE. Or the event: ATTACH when the device connects, RESET"
                        + " at a bus reset, CONFIGURED when the host has selected a configuration.");
        Optional<Integer> block = table.optional("block", U16, "any", "Its wBlockNum, of DNLOAD and UPLOAD.");
        Optional<Long> position = table.optional(
                "byte",
                ADDRESS,
                "any",
                "The byte that DNLOAD or UPLOAD transfers: its place in the firmware from 0 or, with DfuSe, its address.");
        SetupFields fields = fields(table);
        Optional<FaultyRequest> after = table.optional(
                "after", REQUEST, "any, or none", "The request of DFU before it, whatever became of that.");
        Optional<Mode> persona = table.optional("persona", FaultTable.PERSONA, "both", "In which persona.");
        Optional<DfuState> state = table.optional(
                "state", STATE, "any", "The state that the host was told last, by GETSTATUS or GETSTATE.");
        Optional<Duration> attachedFor = table.optional(
                "attached-for", MILLISECONDS, "any time", "How long the device has been on the bus at least.");
        Occurrences which = OccurrenceKeys.read(table).occurrences();
        return on.map(occasion ->
                new FaultCondition(occasion, block, position, fields, after, persona, state, attachedFor, which));
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

    private static DfuState state(String text) {
        for (DfuState each : DfuState.values()) {
            if (each.toString().equals(text)) {
                return each;
            }
        }
        throw new IllegalArgumentException("\"%s\" is no state of DFU".formatted(text));
    }
}
