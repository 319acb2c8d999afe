package usbd4j.stack.descriptor;

/**
 * Power attributes of a configuration: bmAttributes and bMaxPower.
 *
 * @param isSelfPowered whether the device is self-powered
 * @param canWakeUpHost whether it supports remote wake-up (USB 2.0, 7.1.7.7); not possible with FunctionFS or GadgetFS
 * @param milliamps the maximum current drawn from the bus, 0 to 500 mA
 */
public record Power(boolean isSelfPowered, boolean canWakeUpHost, int milliamps) {
    /** Bus-powered, at most 100 mA (one unit load, which every port supplies). */
    public static final Power FROM_THE_BUS = new Power(false, false, 100);

    private static final int ALWAYS_SET = 0x80;
    private static final int SELF_POWERED = 0x40;
    private static final int REMOTE_WAKEUP = 0x20;
    private static final int MOST_MILLIAMPS = 500;

    /** Checks the range. */
    public Power {
        if (milliamps < 0 || milliamps > MOST_MILLIAMPS) {
            throw new IllegalArgumentException(
                    "the device draws %d mA; it must draw 0 to %d mA".formatted(milliamps, MOST_MILLIAMPS));
        }
    }

    int bmAttributes() {
        return ALWAYS_SET | (isSelfPowered ? SELF_POWERED : 0) | (canWakeUpHost ? REMOTE_WAKEUP : 0);
    }

    /** In units of 2 mA, at super speed of 8 mA, rounded up. */
    int bMaxPower(Speed speed) {
        int unit = speed == Speed.SUPER ? 8 : 2;
        return (milliamps + unit - 1) / unit;
    }
}
