package usbd4j.gadget.devicefile;

import usbd4j.gadget.device.Absence;
import usbd4j.gadget.device.OffBus;

/** {@code [off-bus]}. */
final class OffBusTable {
    private static final String UNTIL_PLUGGED = "until-plugged";

    private static final ValueType<Absence> ABSENCE = new ValueType<>(
            "%s, or \"%s\"".formatted(NumberTypes.MILLISECONDS.takes(), UNTIL_PLUGGED),
            OffBusTable::absence,
            absence -> absence.time().map(NumberTypes.MILLISECONDS.show()).orElse("\"%s\"".formatted(UNTIL_PLUGGED)));

    /** A hub notices a device that was away for 100 ms, and a port reset may be under way. */
    private static final Absence NOTICED = Absence.ofMillis(500);

    private OffBusTable() {}

    static OffBus read(Table table) {
        return new OffBus(
                table.value("after-detach", ABSENCE, NOTICED, "After a DETACH on which the device leaves by itself."),
                table.value("after-manifestation", ABSENCE, NOTICED, "After manifestation, when it leaves by itself."),
                table.value(
                        "after-reset",
                        ABSENCE,
                        NOTICED,
                        "After a bus reset that makes it change between run-time and DFU mode. \"until-plugged\": it stays"
                                + " away until the program is started again, as if it were plugged in again then."));
    }

    private static Absence absence(Object value) {
        return UNTIL_PLUGGED.equals(value)
                ? Absence.UNTIL_PLUGGED
                : new Absence(
                        java.util.Optional.of(NumberTypes.MILLISECONDS.read().apply(value)));
    }
}
