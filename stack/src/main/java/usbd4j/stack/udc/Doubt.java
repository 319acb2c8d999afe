package usbd4j.stack.udc;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import usbd4j.stack.BusEvent;

/** A {@link BusHistory} with the time: how much longer to wait until an event in doubt is certain. */
final class Doubt {
    private final BusHistory history = new BusHistory();
    private long since;

    /** {@return whether it is not certain yet what the last event means} */
    boolean isPresent() {
        return history.doubt().isPresent();
    }

    /** {@return how much longer to wait until the last event is certain, or empty if there is no doubt} */
    Optional<Duration> left() {
        Optional<Duration> doubt = history.doubt();
        return doubt.isPresent() ? Optional.of(leftOf(doubt.get())) : doubt;
    }

    private Duration leftOf(Duration doubt) {
        Duration left = doubt.minusNanos(System.nanoTime() - since);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** {@return whether the time to wait has passed} */
    boolean isOver() {
        Optional<Duration> left = left();
        return left.isPresent() && left.get().isZero();
    }

    /** {@return what happened, now that the time to wait has passed} */
    List<BusEvent> over() {
        return history.doubtIsOver();
    }

    /** Interprets an event of FunctionFS other than SETUP, as {@link BusHistory#event} does. */
    List<BusEvent> event(EventType type, ControllerState state, ResetEvidence evidence) {
        Optional<Duration> before = history.doubt();
        List<BusEvent> happened = history.event(type, state, evidence);
        if (!history.doubt().equals(before)) {
            since = System.nanoTime();
        }
        return happened;
    }

    /** Interprets an ENABLE that a later event has purged, as {@link BusHistory#lostEnable} does. */
    List<BusEvent> lostEnable() {
        return history.lostEnable();
    }

    /** Interprets a change of the controller's state without an event, as {@link BusHistory#stateChanged} does. */
    List<BusEvent> stateChanged(ControllerState state) {
        return history.stateChanged(state);
    }

    /** Called when a request has shown that the host deconfigured the device. */
    void deconfigured() {
        history.deconfigured();
    }
}
