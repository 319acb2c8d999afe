package usbd4j.stack.fault;

import java.time.Duration;
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
    private final Timer timer;
    private @Nullable SetupPacket waiting;
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
        this.timer = new Timer(delay, clock);
    }

    @Override
    protected void struck(SetupPacket setup, BusListener device) {
        super.hold();
        isHeld = true;
        waiting = setup;
        timer.start();
    }

    @Override
    public void await(Optional<Duration> timeout, BusListener device) {
        super.await(waiting == null ? timeout : timer.within(timeout), new Waiting(device));
        SetupPacket setup = waiting;
        if (setup != null && timer.isOver()) {
            waiting = null;
            device.setup(setup);
        }
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
