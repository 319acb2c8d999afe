package usbd4j.stack.fault;

import java.nio.ByteBuffer;
import java.util.Optional;
import usbd4j.stack.BusListener;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.UsbBus;

/** The device leaves the bus at a request. */
public final class LeaveFault extends FaultyBus {
    private final boolean isAnswered;
    private final Runnable leave;

    /**
     * Wraps a bus.
     *
     * @param delegate the bus
     * @param trigger at which requests
     * @param text for the log
     * @param isAnswered whether the request is answered before; if not, the device does not see it
     * @param leave has the device leave the bus; called on the device thread
     */
    public LeaveFault(UsbBus delegate, Trigger trigger, String text, boolean isAnswered, Runnable leave) {
        super(delegate, trigger, text);
        this.isAnswered = isAnswered;
        this.leave = leave;
    }

    @Override
    protected void struck(SetupPacket setup, BusListener device) {
        if (isAnswered) {
            device.setup(setup);
        } else {
            hold();
            leave.run();
        }
    }

    @Override
    public boolean sendData(ByteBuffer data) {
        boolean isDone = super.sendData(data);
        leaveIfStruck();
        return isDone;
    }

    @Override
    public Optional<ByteBuffer> receiveData(int wLength) {
        Optional<ByteBuffer> data = super.receiveData(wLength);
        leaveIfStruck();
        return data;
    }

    @Override
    public boolean acknowledge() {
        boolean isDone = super.acknowledge();
        leaveIfStruck();
        return isDone;
    }

    @Override
    public void stall(String reason) {
        super.stall(reason);
        leaveIfStruck();
    }

    private void leaveIfStruck() {
        if (isStruck()) {
            leave.run();
        }
    }
}
