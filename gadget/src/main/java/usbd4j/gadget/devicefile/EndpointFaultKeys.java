package usbd4j.gadget.devicefile;

import static usbd4j.gadget.devicefile.NumberTypes.U8_HEX;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import usbd4j.gadget.device.EndpointFault;
import usbd4j.stack.fault.TransferFault;

/** {@code [[fault]]} with the key {@code endpoint}. */
final class EndpointFaultKeys {
    static final String DO = "\"halt\", \"nak\", \"short\" or \"babble\"";

    private static final Set<String> KINDS = Set.of("halt", "nak", "short", "babble");

    private EndpointFaultKeys() {}

    /** {@return the fault; empty if it is not on an endpoint} */
    static Optional<EndpointFault> read(Table table) {
        return table.optional(
                        "endpoint",
                        U8_HEX,
                        "none",
                        "In place of on: a bulk or interrupt endpoint of the class of --class, such as 0x81, and the fault strikes its"
                                + " transfers.")
                .map(address -> read(address, table));
    }

    private static EndpointFault read(int bEndpointAddress, Table table) {
        Optional<String> what = FaultTable.what(table);
        Optional<Duration> time = FaultTable.time(table);
        Optional<Integer> length = FaultChangeTable.length(table);
        OccurrenceKeys which = OccurrenceKeys.read(table);
        Optional<String> other = table.others().keySet().stream().findFirst();
        if (other.isPresent()) {
            throw new IllegalArgumentException(
                    "a fault on an endpoint has no use for %s: it takes do, time, length, nth, from, to, every, probability and seed"
                            .formatted(other.get()));
        }
        TransferFault fault = fault(
                what.orElseThrow(() -> new IllegalArgumentException("a fault on an endpoint needs do: " + DO)),
                time,
                length);
        return new EndpointFault(bEndpointAddress, fault, which.occurrences());
    }

    private static TransferFault fault(String what, Optional<Duration> time, Optional<Integer> length) {
        FaultTable.requireOf(what, List.of("nak"), time.isPresent(), "time");
        FaultTable.requireOf(what, List.of("short"), length.isPresent(), "length");
        return switch (what) {
            case "halt" -> new TransferFault.Halt();
            case "nak" ->
                new TransferFault.Nak(
                        time.orElseThrow(() -> new IllegalArgumentException("a fault that answers NAK needs a time")));
            case "short" ->
                new TransferFault.Cut(length.orElseThrow(
                        () -> new IllegalArgumentException("a fault that cuts a transfer short needs a length")));
            case "babble" -> new TransferFault.Babble();
            default ->
                throw new IllegalArgumentException("fault.do is %s on an endpoint, not \"%s\"".formatted(DO, what));
        };
    }

    /** {@return whether a value of {@code do} is for endpoints only} */
    static boolean isKind(String what) {
        return KINDS.contains(what);
    }
}
