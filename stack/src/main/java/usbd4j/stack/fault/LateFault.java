package usbd4j.stack.fault;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import usbd4j.stack.BusEvent;
import usbd4j.stack.BusListener;
import usbd4j.stack.ListenerDecorator;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.UsbBus;

/** Requests are answered late, or not at all. Until then the device does not see them, and the host waits, or gives up. */
public final class LateFault extends FaultyBus {
    private final Optional<Duration> delay;
    private final InstantSource clock;
    private @Nullable SetupPacket waiting;
    private Instant due = Instant.MAX;
    private boolean isHeld;

    /**
     * Wraps a bus.
     *
     * @param delegate the bus
     * @param trigger which requests are late
     * @param text for the log
     * @param delay how late; empty for those that get no answer
     * @param clock tells the time
     */
    public LateFault(UsbBus delegate, Trigger trigger, String text, Optional<Duration> delay, InstantSource clock) {
        super(delegate, trigger, text);
        this.delay = delay;
        this.clock = clock;
    }

    @Override
    protected void struck(SetupPacket setup, BusListener device) {
        super.hold();
        isHeld = true;
        waiting = setup;
        due = delay.map(clock.instant()::plus).orElse(Instant.MAX);
    }

    @Override
    public void await(Optional<Duration> timeout, BusListener device) {
        super.await(waiting == null ? timeout : shorter(timeout), new Waiting(device));
        SetupPacket setup = waiting;
        if (setup != null && !clock.instant().isBefore(due)) {
            waiting = null;
            device.setup(setup);
        }
    }

    private Optional<Duration> shorter(Optional<Duration> timeout) {
        if (delay.isEmpty()) {
            return timeout;
        }
        Duration left = Duration.between(clock.instant(), due);
        Duration mine = left.isNegative() ? Duration.ZERO : left;
        return timeout.filter(each -> each.compareTo(mine) < 0).or(() -> Optional.of(mine));
    }

    /** The host waits already when the device wants it to. */
    @Override
    public void hold() {
        if (!isHeld) {
            super.hold();
        }
    }

    private final class Waiting extends ListenerDecorator {
        Waiting(BusListener device) {
            super(device);
        }

        @Override
        public void setup(SetupPacket setup) {
            waiting = null;
            isHeld = false;
            super.setup(setup);
        }

        @Override
        public void givenUp() {
            if (waiting == null) {
                super.givenUp();
            }
            waiting = null;
        }

        @Override
        public void event(BusEvent event) {
            if (event == BusEvent.RESET || event == BusEvent.DETACHED) {
                waiting = null;
            }
            super.event(event);
        }
    }
}
