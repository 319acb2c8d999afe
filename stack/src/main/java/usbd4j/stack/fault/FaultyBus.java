package usbd4j.stack.fault;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import usbd4j.stack.BusDecorator;
import usbd4j.stack.BusEvent;
import usbd4j.stack.BusListener;
import usbd4j.stack.ListenerDecorator;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.StandardRequest;
import usbd4j.stack.UsbBus;

/** A bus with a fault that strikes some requests or events. What happens to these, its heirs say. */
public abstract class FaultyBus extends BusDecorator {
    private static final Logger LOG = System.getLogger(FaultyBus.class.getName());
    private static final Optional<StandardRequest> SET_CONFIGURATION = Optional.of(StandardRequest.SET_CONFIGURATION);

    private final Trigger trigger;
    private final String text;
    private boolean isStruck;
    private boolean selectsConfiguration;

    /**
     * Wraps a bus.
     *
     * @param delegate the bus
     * @param trigger what is struck
     * @param text what happens then, for the log
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

    /** Called after an event that the fault strikes. */
    protected void struckEvent() {}

    /** Called when the device has connected to the bus. */
    public void attached() {
        if (strikes(new Occasion.Attachment())) {
            struckEvent();
        }
    }

    @Override
    public boolean acknowledge() {
        boolean isDone = super.acknowledge();
        if (isDone && selectsConfiguration && strikes(new Occasion.Event(BusEvent.CONFIGURED))) {
            struckEvent();
        }
        return isDone;
    }

    private boolean strikes(Occasion occasion) {
        boolean strikes = trigger.strikes(occasion);
        if (strikes) {
            LOG.log(Level.INFO, "fault: {0}", text);
        }
        return strikes;
    }

    private final class Struck extends ListenerDecorator {
        private final BusListener device;

        Struck(BusListener device) {
            super(device);
            this.device = device;
        }

        @Override
        public void setup(SetupPacket setup) {
            // Where the device answers this request itself, the bus reports no event.
            selectsConfiguration = StandardRequest.of(setup).equals(SET_CONFIGURATION) && setup.wValue() != 0;
            isStruck = strikes(new Occasion.Request(setup));
            if (isStruck) {
                struck(setup, device);
            } else {
                device.setup(setup);
            }
        }

        @Override
        public void event(BusEvent event) {
            device.event(event);
            if (strikes(new Occasion.Event(event))) {
                struckEvent();
            }
        }
    }
}
