package usbd4j.dfu.flash;

/**
 * The read protection of a microcontroller, for all its memories. ST's boot loaders answer errVENDOR while it is active, to
 * reading, erasing and programming of whatever memory, and take the commands that move the address pointer, leave DFU mode,
 * and remove the protection (AN2662, 4.4 and 4.5).
 */
public final class ReadProtection {
    private boolean active;

    /**
     * Creates it.
     *
     * @param active whether it is active
     */
    public ReadProtection(boolean active) {
        this.active = active;
    }

    /** {@return whether it is active} */
    public boolean isActive() {
        return active;
    }

    /** Makes the memories readable. Whoever calls this has erased the one that was asked for. */
    public void remove() {
        active = false;
    }
}
