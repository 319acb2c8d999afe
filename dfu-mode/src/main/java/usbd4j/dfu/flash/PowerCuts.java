package usbd4j.dfu.flash;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import usbd4j.dfu.DfuStatus;

/** Where the power fails while a device writes its memory: at each of these addresses once. */
public final class PowerCuts {
    private static final Logger LOG = System.getLogger(PowerCuts.class.getName());

    private final TreeSet<Long> left;
    private boolean wasInterrupted;

    /**
     * Creates them.
     *
     * @param addresses where the power fails; in a memory that takes whole images, they count from the first byte of the image
     */
    public PowerCuts(Set<Long> addresses) {
        left = new TreeSet<>(addresses);
    }

    /** {@return whether the power never fails, and never did} */
    public boolean isEmpty() {
        return left.isEmpty() && !wasInterrupted;
    }

    /** {@return where the power fails, from one address to before another; it does not fail there again} */
    OptionalLong strike(long from, long end) {
        Long first = left.ceiling(from);
        if (first == null || first >= end) {
            return OptionalLong.empty();
        }
        left.remove(first);
        wasInterrupted = true;
        LOG.log(Level.INFO, "fault: the power fails at 0x{0}", Long.toHexString(first));
        return OptionalLong.of(first);
    }

    /** Called when a new download begins. */
    void begin() {
        wasInterrupted = false;
    }

    /** {@return errPOR if the power failed in the last download, else OK} */
    DfuStatus condition() {
        return wasInterrupted ? DfuStatus.ERR_POR : DfuStatus.OK;
    }
}
