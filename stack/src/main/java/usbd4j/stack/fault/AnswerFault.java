package usbd4j.stack.fault;

import java.nio.ByteBuffer;
import usbd4j.stack.BusListener;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.UsbBus;

/** The data that the host gets are others than the device gave. */
public final class AnswerFault extends FaultyBus {
    private final DataChange change;
    private int wLength;

    /**
     * Wraps a bus.
     *
     * @param delegate the bus
     * @param trigger of which requests
     * @param text for the log
     * @param change what becomes of the data; the host gets no more than it asked for
     */
    public AnswerFault(UsbBus delegate, Trigger trigger, String text, DataChange change) {
        super(delegate, trigger, text);
        this.change = change;
    }

    @Override
    protected void struck(SetupPacket setup, BusListener device) {
        wLength = setup.wLength();
        device.setup(setup);
    }

    @Override
    public boolean sendData(ByteBuffer data) {
        if (!isStruck()) {
            return super.sendData(data);
        }
        ByteBuffer changed = change.apply(data);
        data.position(data.limit());
        return super.sendData(changed.limit(Math.min(changed.limit(), wLength)));
    }
}
