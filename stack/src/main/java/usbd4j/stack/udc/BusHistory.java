package usbd4j.stack.udc;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import usbd4j.stack.BusEvent;

/**
 * What FunctionFS's events mean.
 *
 * <p>FunctionFS says DISABLE for a bus reset, for SET_CONFIGURATION and for an unplugged cable alike, and ENABLE alone for
 * SET_INTERFACE. Of a DISABLE and an ENABLE that nobody read in between it keeps only the ENABLE, which then is a reset, a
 * repeated SET_CONFIGURATION or a SET_INTERFACE. Where the kernel's calls are watched, they tell which it was
 * ({@link ResetEvidence}). Elsewhere only the controller's state helps, differently from controller to controller:
 *
 * <ul>
 *   <li>most (dwc3, musb, dummy_hcd) report a reset to FunctionFS first, and change their state to {@code default} a moment
 *       later;
 *   <li>dwc2 reports it as if the host had left, as {@code not attached}, until the host configures the device again.
 * </ul>
 *
 * <p>In doubt it was no reset: to leave the bus unasked is worse than to have a host try again. So a change of state alone proves
 * nothing, since the kernel may notify it late, and neither does {@code addressed}, in which dwc3 is after SET_CONFIGURATION(0), too.
 */
final class BusHistory {
    /** How long a controller may take, after DISABLE, to say that it was a reset. */
    private static final Duration A_MOMENT = Duration.ofMillis(50);

    /** How long a host may take from a reset, seen as if it had left, until it has configured the device again. */
    private static final Duration RECONFIGURATION = Duration.ofSeconds(2);

    private enum Phase {
        /** No host has configured the device. */
        UNCONFIGURED,
        /** A host has. */
        CONFIGURED,
        /** It was configured until a moment ago; reset, or not configured any more, or unplugged. */
        RESET_OR_DECONFIGURED,
        /** It was configured, and the controller sees no host; reset, or unplugged. */
        RESET_OR_DETACHED
    }

    private Phase phase = Phase.UNCONFIGURED;
    private boolean suspended;

    /**
     * {@return how long to wait for certainty, or empty if there is no doubt}
     *
     * <p>The time counts from the event that raised the doubt.
     */
    Optional<Duration> doubt() {
        return switch (phase) {
            case UNCONFIGURED, CONFIGURED -> Optional.empty();
            case RESET_OR_DECONFIGURED -> Optional.of(A_MOMENT);
            case RESET_OR_DETACHED -> Optional.of(RECONFIGURATION);
        };
    }

    /**
     * Takes an event of FunctionFS other than SETUP.
     *
     * @param event the event
     * @param state the controller's state, read after the event
     * @param evidence what is known of a reset before the event
     * @return what happened, in order
     */
    List<BusEvent> event(EventType event, ControllerState state, ResetEvidence evidence) {
        return switch (event) {
            case ENABLE -> enabled(evidence);
            case DISABLE -> phase == Phase.CONFIGURED ? disabled(state, evidence) : List.of();
            case SUSPEND -> {
                suspended = true;
                yield List.of(BusEvent.SUSPENDED);
            }
            case RESUME -> {
                suspended = false;
                yield List.of(BusEvent.RESUMED);
            }
            // BIND too: of an UNBIND and a BIND that nobody read in between, only the BIND is left.
            case BIND, UNBIND -> phase == Phase.UNCONFIGURED ? List.of() : certainly(BusEvent.DETACHED);
            case SETUP -> List.of();
        };
    }

    /**
     * Takes a change of the controller's state with no event to it.
     *
     * @param state the new state
     * @return what happened
     */
    List<BusEvent> stateChanged(ControllerState state) {
        return switch (phase) {
            case UNCONFIGURED, CONFIGURED -> List.of();
            case RESET_OR_DECONFIGURED -> {
                if (state == ControllerState.NOT_ATTACHED) {
                    phase = Phase.RESET_OR_DETACHED;
                }
                yield state.provesReset() ? certainly(BusEvent.RESET) : List.of();
            }
            case RESET_OR_DETACHED -> state.provesReset() ? certainly(BusEvent.RESET) : List.of();
        };
    }

    /** {@return what happened, now that the time for certainty is over} */
    List<BusEvent> doubtIsOver() {
        return switch (phase) {
            case UNCONFIGURED, CONFIGURED -> List.of();
            // Some controllers do not change their state when the cable is pulled, but they do see the bus go idle.
            case RESET_OR_DECONFIGURED -> certainly(suspended ? BusEvent.DETACHED : BusEvent.DECONFIGURED);
            case RESET_OR_DETACHED -> certainly(BusEvent.DETACHED);
        };
    }

    /** Takes note that the host took the configuration back, where a request has told so. */
    void deconfigured() {
        phase = Phase.UNCONFIGURED;
    }

    private List<BusEvent> enabled(ResetEvidence evidence) {
        Phase before = phase;
        phase = Phase.CONFIGURED;
        suspended = false;
        boolean isReset = evidence == ResetEvidence.RESET || evidence == ResetEvidence.DISCONNECT;
        return switch (before) {
            case UNCONFIGURED -> List.of(BusEvent.CONFIGURED);
            // Without a reset whose DISABLE was lost, this is SET_INTERFACE, or a repeated SET_CONFIGURATION.
            case CONFIGURED -> isReset ? List.of(BusEvent.RESET, BusEvent.CONFIGURED) : List.of();
            case RESET_OR_DECONFIGURED ->
                List.of(isReset ? BusEvent.RESET : BusEvent.DECONFIGURED, BusEvent.CONFIGURED);
            case RESET_OR_DETACHED -> List.of(BusEvent.RESET, BusEvent.CONFIGURED);
        };
    }

    private List<BusEvent> disabled(ControllerState state, ResetEvidence evidence) {
        if (evidence == ResetEvidence.RESET || state.provesReset()) {
            return certainly(BusEvent.RESET);
        }
        // On a bus that has gone idle before, as dummy_hcd's does, a disconnect is no reset.
        boolean mayBeReset =
                state == ControllerState.NOT_ATTACHED || (evidence == ResetEvidence.DISCONNECT && !suspended);
        phase = mayBeReset ? Phase.RESET_OR_DETACHED : Phase.RESET_OR_DECONFIGURED;
        return List.of();
    }

    private List<BusEvent> certainly(BusEvent event) {
        phase = Phase.UNCONFIGURED;
        suspended = false;
        return List.of(event);
    }
}
