package usbd4j.stack.udc;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import usbd4j.stack.BusEvent;
import usbd4j.stack.linux.FileDescriptor;

/** A {@link BusHistory} with the controller's state, and with the time: how much longer to wait until an event in doubt is certain. */
public final class ControllerWatch implements AutoCloseable {
    private final StateAttribute state;
    private final BusHistory history = new BusHistory();
    private long since;

    /**
     * Opens the state.
     *
     * @param controller the controller's directory in sysfs
     */
    ControllerWatch(Path controller) {
        state = new StateAttribute(controller);
    }

    /** {@return the file of the state, which a poll reports when the state has changed} */
    FileDescriptor changes() {
        return state.descriptor();
    }

    /**
     * Reads the state, so that a poll waits for the next change.
     *
     * @throws ControllerGoneException if the controller is gone
     */
    void look() {
        state.read();
    }

    /** {@return whether it is not certain yet what the last event means} */
    boolean isInDoubt() {
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
    boolean isDoubtOver() {
        Optional<Duration> left = left();
        return left.isPresent() && left.get().isZero();
    }

    /** {@return what happened, now that the time to wait has passed} */
    List<BusEvent> doubtIsOver() {
        return history.doubtIsOver();
    }

    /**
     * {@return what happened, given the earlier events and the controller's state}
     *
     * @param type the event, other than SETUP
     * @param evidence what is known of a bus reset before it
     */
    public List<BusEvent> event(EventType type, ResetEvidence evidence) {
        return event(type, state.read(), evidence);
    }

    /** {@return what happened, now that the controller is gone} */
    List<BusEvent> gone() {
        return event(EventType.UNBIND, ControllerState.NOT_ATTACHED, ResetEvidence.UNWATCHED);
    }

    private List<BusEvent> event(EventType type, ControllerState now, ResetEvidence evidence) {
        Optional<Duration> before = history.doubt();
        List<BusEvent> happened = history.event(type, now, evidence);
        if (!history.doubt().equals(before)) {
            since = System.nanoTime();
        }
        return happened;
    }

    /** {@return what happened, given that the kernel configured the device, and a later event has purged the ENABLE} */
    public List<BusEvent> lostEnable() {
        return history.lostEnable();
    }

    /** {@return what happened, given that the state has changed without an event} */
    List<BusEvent> stateChanged() {
        return history.stateChanged(state.read());
    }

    /** {@return what happened, given that the host talks to the device again: an event in doubt was a reset} */
    public List<BusEvent> hostGoesOn() {
        return history.stateChanged(ControllerState.DEFAULT);
    }

    /** Called when a request has shown that the host deconfigured the device. */
    public void deconfigured() {
        history.deconfigured();
    }

    @Override
    public void close() {
        state.close();
    }
}
