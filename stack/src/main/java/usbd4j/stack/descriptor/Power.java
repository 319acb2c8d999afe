package usbd4j.stack.descriptor;

/**
 * Where a device in a configuration has its power from, and whether it may wake up the host.
 *
 * @param isSelfPowered whether it has a source besides the bus
 * @param canWakeUpHost whether it offers remote wake-up (USB 2.0, 7.1.7.7); neither of the kernel's interfaces can do it
 * @param milliamps the most it draws from the bus, 0 to 500 mA
 */
public record Power(boolean isSelfPowered, boolean canWakeUpHost, int milliamps) {
    /** From the bus, at most 100 mA: what every host grants. */
    public static final Power FROM_THE_BUS = new Power(false, false, 100);

    private static final int ALWAYS_SET = 0x80;
    private static final int SELF_POWERED = 0x40;
    private static final int REMOTE_WAKEUP = 0x20;
    private static final int MOST_MILLIAMPS = 500;

    /** Checks the range. */
    public Power {
        if (milliamps < 0 || milliamps > MOST_MILLIAMPS) {
            throw new IllegalArgumentException(
                    "a device draws %d mA, and must draw 0 to %d".formatted(milliamps, MOST_MILLIAMPS));
        }
    }

    int bmAttributes() {
        return ALWAYS_SET | (isSelfPowered ? SELF_POWERED : 0) | (canWakeUpHost ? REMOTE_WAKEUP : 0);
    }

    /** In units of 2 mA, from super speed on of 8 mA, rounded up. */
    int bMaxPower(Speed speed) {
        int unit = speed == Speed.SUPER ? 8 : 2;
        return (milliamps + unit - 1) / unit;
    }
}
