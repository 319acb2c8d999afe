package usbd4j.gadget.device;

import java.time.Duration;
import java.util.Set;
import usbd4j.dfu.dfuse.UploadEnd;
import usbd4j.dfu.flash.FlashFaults;

/**
 * How memories behave.
 *
 * @param eraseTime how long erasing a sector takes
 * @param faults the addresses at which reading, erasing or writing fails
 * @param powerCuts the addresses at which the power fails, once each
 * @param readProtected whether read protection is active when the program starts
 * @param uploadEnd what a host is told at the end of a memory with sectors
 */
public record FlashBehavior(
        Duration eraseTime, FlashFaults faults, Set<Long> powerCuts, boolean readProtected, UploadEnd uploadEnd) {
    /** Keeps a copy. */
    public FlashBehavior {
        powerCuts = Set.copyOf(powerCuts);
    }
}
