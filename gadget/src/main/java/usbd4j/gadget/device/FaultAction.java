package usbd4j.gadget.device;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import usbd4j.gadget.Mode;
import usbd4j.stack.UsbBus;
import usbd4j.stack.fault.AnswerFault;
import usbd4j.stack.fault.DataChange;
import usbd4j.stack.fault.DataFault;
import usbd4j.stack.fault.LateFault;
import usbd4j.stack.fault.LeaveFault;
import usbd4j.stack.fault.StallFault;

/** What happens to a request that a fault strikes. */
public sealed interface FaultAction {
    /**
     * {@return a bus on which it happens}
     *
     * @param on the request
     * @param site the bus without it, and which requests are struck
     */
    UsbBus around(FaultyRequest on, FaultSite site);

    /** The request is stalled; the device does not see it. */
    record Stall() implements FaultAction {
        @Override
        public UsbBus around(FaultyRequest on, FaultSite site) {
            return new StallFault(site.bus(), site.trigger(), site.text());
        }

        @Override
        public String toString() {
            return "stall";
        }
    }

    /** The request gets no answer; the host waits until it gives up. */
    record Ignore() implements FaultAction {
        @Override
        public UsbBus around(FaultyRequest on, FaultSite site) {
            return new LateFault(site.bus(), site.trigger(), site.text(), Optional.empty(), site.clock());
        }

        @Override
        public String toString() {
            return "ignore";
        }
    }

    /**
     * The device sees the request, and answers it, later.
     *
     * @param time how much later
     */
    record Delay(Duration time) implements FaultAction {
        @Override
        public UsbBus around(FaultyRequest on, FaultSite site) {
            return new LateFault(site.bus(), site.trigger(), site.text(), Optional.of(time), site.clock());
        }

        @Override
        public String toString() {
            return "delay by " + time.toMillis() + " ms";
        }
    }

    /**
     * The data are others: those that the host gets, or those that the device gets, whichever the request has.
     *
     * @param changes what becomes of them, one after the other
     */
    record Change(List<DataChange> changes) implements FaultAction, DataChange {
        /** Keeps a copy. */
        public Change {
            changes = List.copyOf(changes);
        }

        @Override
        public ByteBuffer apply(ByteBuffer data) {
            ByteBuffer changed = data;
            for (DataChange each : changes) {
                changed = each.apply(changed);
            }
            return changed;
        }

        @Override
        public UsbBus around(FaultyRequest on, FaultSite site) {
            return on.isIn()
                    ? new AnswerFault(site.bus(), site.trigger(), site.text(), this)
                    : new DataFault(site.bus(), site.trigger(), site.text(), this);
        }

        @Override
        public String toString() {
            return "change the data of";
        }
    }

    /**
     * The device leaves the bus.
     *
     * @param isAnswered whether it answers the request before; if not, it does not see it
     * @param away how long it stays away
     * @param backAs the persona in which it comes back; empty for the same
     */
    record Leave(boolean isAnswered, Absence away, Optional<Mode> backAs) implements FaultAction {
        @Override
        public UsbBus around(FaultyRequest on, FaultSite site) {
            return new LeaveFault(
                    site.bus(),
                    site.trigger(),
                    site.text(),
                    isAnswered,
                    () -> site.leave().accept(this));
        }

        @Override
        public String toString() {
            return "leave the bus " + (isAnswered ? "after" : "at");
        }
    }
}
