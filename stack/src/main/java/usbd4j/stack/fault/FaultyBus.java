package usbd4j.stack.fault;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import usbd4j.stack.BusDecorator;
import usbd4j.stack.BusListener;
import usbd4j.stack.ListenerDecorator;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.UsbBus;

/** A bus with a fault that strikes some requests. What happens to these, its heirs say. */
public abstract class FaultyBus extends BusDecorator {
    private static final Logger LOG = System.getLogger(FaultyBus.class.getName());

    private final Trigger trigger;
    private final String text;
    private boolean isStruck;

    /**
     * Wraps a bus.
     *
     * @param delegate the bus
     * @param trigger which requests are struck
     * @param text what happens to them, for the log
     */
    protected FaultyBus(UsbBus delegate, Trigger trigger, String text) {
        super(delegate);
        this.trigger = trigger;
        this.text = text;
    }

    @Override
    public void await(Optional<Duration> timeout, BusListener listener) {
        super.await(timeout, new Struck(listener));
    }

    /** {@return whether the fault has struck the current request} */
    protected final boolean isStruck() {
        return isStruck;
    }

    /**
     * Called with a request that the fault strikes.
     *
     * @param setup the request
     * @param device gets the request, if it shall
     */
    protected void struck(SetupPacket setup, BusListener device) {
        device.setup(setup);
    }

    private final class Struck extends ListenerDecorator {
        private final BusListener device;

        Struck(BusListener device) {
            super(device);
            this.device = device;
        }

        @Override
        public void setup(SetupPacket setup) {
            isStruck = trigger.strikes(setup);
            if (isStruck) {
                LOG.log(Level.INFO, "fault: {0}", text);
                struck(setup, device);
            } else {
                device.setup(setup);
            }
        }
    }
}
