package usbd4j.gadget.device;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import usbd4j.gadget.Mode;
import usbd4j.stack.fault.AnswerFault;
import usbd4j.stack.fault.DataChange;
import usbd4j.stack.fault.DataFault;
import usbd4j.stack.fault.FaultyBus;
import usbd4j.stack.fault.LateFault;
import usbd4j.stack.fault.LeaveFault;
import usbd4j.stack.fault.StallFault;

/** What happens when a fault strikes. */
public sealed interface FaultAction {
    /**
     * {@return a bus on which it happens}
     *
     * @param on the request or event
     * @param site the bus without it, and what is struck
     */
    FaultyBus around(FaultOccasion on, FaultSite site);

    /**
     * Refuses a request to which it cannot happen.
     *
     * @throws IllegalArgumentException with the reason
     */
    default void require(FaultyRequest request, SetupFields fields) {}

    /**
     * Refuses an event to which it cannot happen.
     *
     * @throws IllegalArgumentException with the reason
     */
    default void require(FaultyEvent event) {
        throw new IllegalArgumentException("%s is no request: a fault there can \"leave\"".formatted(event));
    }

    /** The request is stalled; the device does not see it. */
    record Stall() implements FaultAction {
        @Override
        public FaultyBus around(FaultOccasion on, FaultSite site) {
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
        public FaultyBus around(FaultOccasion on, FaultSite site) {
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
        public FaultyBus around(FaultOccasion on, FaultSite site) {
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
        public void require(FaultyRequest request, SetupFields fields) {
            if (changes.isEmpty()) {
                throw new IllegalArgumentException("a fault that changes data needs a key that says how");
            }
            if (!request.hasData()) {
                throw new IllegalArgumentException("%s has no data that a fault could change".formatted(request));
            }
        }

        @Override
        public FaultyBus around(FaultOccasion on, FaultSite site) {
            return on instanceof FaultyRequest request && request.isIn()
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
     * @param moment when in a request
     * @param delay how much later it leaves
     * @param away how long it stays away
     * @param backAs the persona in which it comes back; empty for the same
     * @param identity what is different then
     */
    record Leave(LeaveFault.Moment moment, Duration delay, Absence away, Optional<Mode> backAs, OtherIdentity identity)
            implements FaultAction {
        @Override
        public void require(FaultyRequest request, SetupFields fields) {
            boolean hasData =
                    request == FaultyRequest.DNLOAD && !fields.wLength().equals(Optional.of(0));
            if (moment == LeaveFault.Moment.STATUS_STAGE && hasData) {
                throw new IllegalArgumentException(
                        "performed needs wLength = 0 on DNLOAD: its data are received only with the status stage");
            }
        }

        @Override
        public void require(FaultyEvent event) {
            if (moment != LeaveFault.Moment.BEFORE) {
                throw new IllegalArgumentException("%s is no request, and has no answer".formatted(event));
            }
        }

        @Override
        public FaultyBus around(FaultOccasion on, FaultSite site) {
            return new LeaveFault(
                    site.bus(),
                    site.trigger(),
                    site.text(),
                    moment,
                    delay,
                    site.clock(),
                    () -> site.leave().accept(this));
        }

        @Override
        public String toString() {
            return switch (moment) {
                case BEFORE -> "leave the bus at";
                case STATUS_STAGE -> "leave the bus in the status stage of";
                case AFTER -> "leave the bus after";
            };
        }
    }
}
