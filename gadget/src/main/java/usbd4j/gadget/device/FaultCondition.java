package usbd4j.gadget.device;

import java.util.Optional;
import usbd4j.dfu.DfuState;
import usbd4j.gadget.Mode;

/**
 * Which requests a fault strikes: those that all of this is true of.
 *
 * @param on the request
 * @param block its wBlockNum, of DNLOAD and UPLOAD
 * @param fields what its setup packet must have
 * @param after the request of DFU before it
 * @param persona the persona of the device
 * @param state the state that the host was told last, by GETSTATUS or GETSTATE
 * @param from the first of these requests that is struck, from 1
 * @param to the last one
 * @param every 1 for each between, 2 for every second one, and so on
 * @param probability with which those are struck, above 0, at most 1
 * @param seed of the random numbers for that
 */
public record FaultCondition(
        FaultyRequest on,
        Optional<Integer> block,
        SetupFields fields,
        Optional<FaultyRequest> after,
        Optional<Mode> persona,
        Optional<DfuState> state,
        int from,
        int to,
        int every,
        double probability,
        long seed) {
    /** Checks what belongs together. */
    public FaultCondition {
        if (block.isPresent() && !on.hasBlock()) {
            throw new IllegalArgumentException("a fault on %s has no block: DNLOAD and UPLOAD have".formatted(on));
        }
        if (after.filter(FaultyRequest::isStandard).isPresent()) {
            throw new IllegalArgumentException("after is for a request of DFU, not %s".formatted(after.get()));
        }
    }

    @Override
    public String toString() {
        return on + block.map(", block %d"::formatted).orElse("");
    }
}
