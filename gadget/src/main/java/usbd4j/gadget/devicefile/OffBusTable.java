package usbd4j.gadget.devicefile;

import java.util.Optional;
import usbd4j.gadget.device.Absence;
import usbd4j.gadget.device.OffBus;

/** {@code [off-bus]}. */
final class OffBusTable {
    private static final String UNTIL_PLUGGED = "until-plugged";

    static final ValueType<Absence> ABSENCE = new ValueType<>(
            "%s, or \"%s\"".formatted(NumberTypes.MILLISECONDS.takes(), UNTIL_PLUGGED),
            OffBusTable::absence,
            absence -> absence.time().map(NumberTypes.MILLISECONDS.show()).orElse("\"%s\"".formatted(UNTIL_PLUGGED)));

    /** A hub debounces a connection for 100 ms. */
    private static final Absence NOTICED = Absence.ofMillis(500);

    /**
     * Linux waits up to 800 ms for a port reset that it has begun, and takes a device that comes back by then for the same one:
     * with 500 ms it did so every time, with 1000 ms never.
     */
    private static final Absence NOTICED_AFTER_RESET = Absence.ofMillis(1500);

    private OffBusTable() {}

    static OffBus read(Table table) {
        return new OffBus(
                table.value("after-detach", ABSENCE, NOTICED, "After a DETACH on which the device leaves by itself."),
                table.value("after-manifestation", ABSENCE, NOTICED, "After manifestation, when it leaves by itself."),
                table.value(
                        "after-reset",
                        ABSENCE,
                        NOTICED_AFTER_RESET,
                        "After a bus reset that makes it change between run-time and DFU mode. \"until-plugged\": it stays"
                                + " away until the program is started again, as if it were plugged in again then."));
    }

    private static Absence absence(Object value) {
        return UNTIL_PLUGGED.equals(value)
                ? Absence.UNTIL_PLUGGED
                : new Absence(Optional.of(NumberTypes.MILLISECONDS.read().apply(value)));
    }
}
