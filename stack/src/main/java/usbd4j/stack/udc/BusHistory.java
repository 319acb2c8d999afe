package usbd4j.stack.udc;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import usbd4j.stack.BusEvent;

/**
 * Interprets the events of FunctionFS.
 *
 * <p>FunctionFS reports DISABLE for a bus reset, for SET_CONFIGURATION and for an unplugged cable, and a lone ENABLE for
 * SET_INTERFACE. If a DISABLE has not been read when the ENABLE arrives, only the ENABLE is kept; it can then mean a reset,
 * a repeated SET_CONFIGURATION or a SET_INTERFACE. Where the kernel's calls are watched, they show which it was ({@link
 * ResetEvidence}). Elsewhere only the controller's state helps, and controllers differ:
 *
 * <ul>
 *   <li>most (dwc3, musb, dummy_hcd) report a reset to FunctionFS first and change their state to {@code default} a moment later;
 *   <li>dwc2 reports a reset as a disconnect, and is {@code not attached} until the host configures the device again.
 * </ul>
 *
 * <p>In doubt an event is not taken for a reset: leaving the bus unasked is worse than a missed reset, which the host can
 * repeat. So a change of state alone proves nothing, because the kernel may report it late; nor does {@code addressed},
 * because dwc3 is in that state after SET_CONFIGURATION(0), too.
 */
final class BusHistory {
    /** How long after DISABLE a controller may take to show that it was a reset. */
    private static final Duration A_MOMENT = Duration.ofMillis(50);

    /** How long a host may take to configure the device again after a reset that was reported as a disconnect. */
    private static final Duration RECONFIGURATION = Duration.ofSeconds(2);

    private enum Phase {
        /** No host has configured the device. */
        UNCONFIGURED,
        /** A host has configured the device. */
        CONFIGURED,
        /** The device has just lost its configuration: by a reset, by SET_CONFIGURATION(0) or because it was unplugged. */
        RESET_OR_DECONFIGURED,
        /** The device was configured and the controller now sees no host: it was reset or unplugged. */
        RESET_OR_DETACHED
    }

    private Phase phase = Phase.UNCONFIGURED;
    private boolean suspended;

    /**
     * {@return how long to wait until the last event is certain, or empty if there is no doubt}
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
     * Interprets an event of FunctionFS other than SETUP.
     *
     * @param event the event
     * @param state the controller's state, read after the event
     * @param evidence what the kernel's calls show of a reset before the event
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
            // BIND too: if an UNBIND has not been read when the BIND arrives, only the BIND is kept.
            case BIND, UNBIND -> phase == Phase.UNCONFIGURED ? List.of() : certainly(BusEvent.DETACHED);
            case SETUP -> List.of();
        };
    }

    /** {@return what happened before the event to come: an ENABLE that it has purged, unless it was of no news} */
    List<BusEvent> lostEnable() {
        if (phase != Phase.UNCONFIGURED) {
            return List.of();
        }
        phase = Phase.CONFIGURED;
        return List.of(BusEvent.CONFIGURED);
    }

    /**
     * Interprets a change of the controller's state without an event.
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

    /** {@return what happened, now that the time of {@link #doubt} has passed} */
    List<BusEvent> doubtIsOver() {
        return switch (phase) {
            case UNCONFIGURED, CONFIGURED -> List.of();
            // Some controllers do not change their state when the cable is unplugged, but they do report suspend.
            case RESET_OR_DECONFIGURED -> certainly(suspended ? BusEvent.DETACHED : BusEvent.DECONFIGURED);
            case RESET_OR_DETACHED -> certainly(BusEvent.DETACHED);
        };
    }

    /** Called when a request has shown that the host deconfigured the device. */
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
            // Unless a reset came whose DISABLE was dropped, this is SET_INTERFACE or a repeated SET_CONFIGURATION.
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
        // A disconnect on a suspended bus is not a reset: dummy_hcd suspends before it disconnects.
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
