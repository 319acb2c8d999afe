package usbd4j.gadget.devicefile;

import static usbd4j.gadget.devicefile.NumberTypes.BOOLEAN;
import static usbd4j.gadget.devicefile.NumberTypes.ID;
import static usbd4j.gadget.devicefile.TextTypes.RELEASE;
import static usbd4j.gadget.devicefile.TextTypes.STRING;

import java.time.Duration;
import java.util.Optional;
import usbd4j.gadget.Mode;
import usbd4j.gadget.device.Absence;
import usbd4j.gadget.device.FaultAction;
import usbd4j.gadget.device.OnDetach;
import usbd4j.gadget.device.OtherIdentity;
import usbd4j.stack.fault.LeaveFault.Moment;

/**
 * The keys of {@code [[fault]]} for a device that leaves the bus.
 *
 * @param isAnswered whether a request is answered before
 * @param isPerformed whether the device does what the request asks, and does not answer
 * @param away how long the device stays away
 * @param backAs the persona in which it comes back
 * @param identity what is different then
 */
record FaultLeaveTable(
        Optional<Boolean> isAnswered,
        Optional<Boolean> isPerformed,
        Optional<Absence> away,
        Optional<Mode> backAs,
        OtherIdentity identity) {
    private static final Absence SHORT = Absence.ofMillis(1000);
    private static final String SAME = "the same";

    static FaultLeaveTable read(Table table) {
        return new FaultLeaveTable(
                table.optional(
                        "answered",
                        BOOLEAN,
                        "false",
                        "Whether the device answers the request before it leaves the bus."),
                table.optional(
                        "performed",
                        BOOLEAN,
                        "false",
                        "Whether the device does what the request asks, and leaves the bus in place of the answer."),
                table.optional("away", OffBusTable.ABSENCE, "1000", "How long it stays away when it leaves."),
                table.optional("back-as", FaultTable.PERSONA, SAME, "The persona in which it comes back."),
                new OtherIdentity(
                        table.optional(
                                "back-vid", ID, SAME, "idVendor with which it comes back, until it leaves again."),
                        table.optional("back-pid", ID, SAME, "idProduct with which it comes back."),
                        table.optional("back-release", RELEASE, SAME, "bcdDevice with which it comes back."),
                        table.optional("back-serial", STRING, SAME, "iSerialNumber with which it comes back.")));
    }

    boolean isGiven() {
        return isAnswered.isPresent()
                || isPerformed.isPresent()
                || away.isPresent()
                || backAs.isPresent()
                || !identity.equals(OtherIdentity.NONE);
    }

    private Moment moment() {
        boolean answers = isAnswered.orElse(false);
        boolean performs = isPerformed.orElse(false);
        if (answers && performs) {
            throw new IllegalArgumentException(
                    "a fault leaves after the answer or in the status stage: answered or performed, not both");
        }
        return answers ? Moment.AFTER : performs ? Moment.STATUS_STAGE : Moment.BEFORE;
    }

    FaultAction.Leave action(Optional<Duration> delay, OnDetach onDetach) {
        if (backAs.equals(Optional.of(Mode.DFU_MODE)) && onDetach.next() != OnDetach.Next.DFU_MODE) {
            throw new IllegalArgumentException(
                    "back-as = \"dfu-mode\" needs on-detach = \"dfu-mode\" in [run-time]: this device has no DFU mode");
        }
        return new FaultAction.Leave(moment(), delay.orElse(Duration.ZERO), away.orElse(SHORT), backAs, identity);
    }
}
