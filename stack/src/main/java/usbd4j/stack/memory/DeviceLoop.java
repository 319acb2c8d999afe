package usbd4j.stack.memory;

import java.time.Duration;
import usbd4j.stack.UsbDevice;

/** Runs a device's event loop on the caller's thread until the device is idle, and advances its clock. */
final class DeviceLoop {
    /** More turns than any test needs until the device is idle. */
    private static final int MAX_TURNS = 10_000;

    private final UsbDevice device;
    private final MemoryBus bus;
    private final ManualClock clock;

    /**
     * Creates the loop of a device.
     *
     * @param device the device
     * @param bus the device's bus
     * @param clock the device's clock
     */
    DeviceLoop(UsbDevice device, MemoryBus bus, ManualClock clock) {
        this.device = device;
        this.bus = bus;
        this.clock = clock;
    }

    /** Advances the clock. Deadlines that fall due are called at their exact time. */
    void advance(Duration duration) {
        Duration left = duration;
        while (bus.timeout().isPresent() && bus.timeout().get().compareTo(left) <= 0) {
            Duration step = bus.timeout().get();
            clock.advance(step);
            left = left.minus(step);
            settle();
        }
        clock.advance(left);
        settle();
    }

    /** Runs the loop until a turn finds nothing to do; that turn also sets the time to the next deadline. */
    void settle() {
        for (int turns = 0; turns < MAX_TURNS; turns++) {
            boolean busy = bus.isBusy();
            device.turn();
            if (!busy && !isDue()) {
                return;
            }
        }
        throw new IllegalStateException(
                "the device never becomes idle: a class keeps returning a deadline in the past");
    }

    private boolean isDue() {
        return bus.timeout().filter(Duration::isZero).isPresent();
    }
}
