package usbd4j.gadget.device;

import java.time.Duration;
import java.util.Optional;
import usbd4j.dfu.DfuState;
import usbd4j.gadget.Mode;

/**
 * What a fault strikes: the requests or events that all of this is true of.
 *
 * @param on the request or event
 * @param block its wBlockNum, of DNLOAD and UPLOAD
 * @param position the byte that DNLOAD or UPLOAD transfers: its place in the firmware from 0 or, with DfuSe, its address
 * @param fields what its setup packet must have
 * @param after the request of DFU before it
 * @param persona the persona of the device
 * @param state the state that the host was told last, by GETSTATUS or GETSTATE
 * @param attachedFor how long the device has been on the bus at least
 * @param which which of these are struck
 */
public record FaultCondition(
        FaultOccasion on,
        Optional<Integer> block,
        Optional<Long> position,
        SetupFields fields,
        Optional<FaultyRequest> after,
        Optional<Mode> persona,
        Optional<DfuState> state,
        Optional<Duration> attachedFor,
        Occurrences which) {
    /** Checks what belongs together. */
    public FaultCondition {
        if ((block.isPresent() || position.isPresent()) && on != FaultyRequest.DNLOAD && on != FaultyRequest.UPLOAD) {
            throw new IllegalArgumentException("a fault on %s has no %s: DNLOAD and UPLOAD have"
                    .formatted(on, block.isPresent() ? "block" : "byte"));
        }
        if (on instanceof FaultyEvent && !fields.equals(SetupFields.ANY)) {
            throw new IllegalArgumentException(
                    "a fault on %s has no wValue, wIndex or wLength: requests have".formatted(on));
        }
        if (on == FaultyEvent.ATTACH && (after.isPresent() || state.isPresent() || attachedFor.isPresent())) {
            throw new IllegalArgumentException(
                    "a fault on ATTACH has no after, state or attached-for: the host has asked nothing yet");
        }
        if (after.filter(FaultyRequest::isStandard).isPresent()) {
            throw new IllegalArgumentException("after is for a request of DFU, not %s".formatted(after.get()));
        }
    }

    @Override
    public String toString() {
        return on
                + block.map(", block %d"::formatted).orElse("")
                + position.map(", byte %#x"::formatted).orElse("");
    }
}
