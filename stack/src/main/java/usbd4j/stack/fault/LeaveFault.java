package usbd4j.stack.fault;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import usbd4j.stack.BusListener;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.UsbBus;

/** The device leaves the bus at a request or an event, or some time later. */
public final class LeaveFault extends FaultyBus {
    private final boolean isAnswered;
    private final Timer timer;
    private final Runnable leave;

    /**
     * Wraps a bus.
     *
     * @param delegate the bus
     * @param trigger at what
     * @param text for the log
     * @param isAnswered whether a request is answered before; if not, the device does not see it
     * @param delay how much later it leaves
     * @param clock tells the time
     * @param leave has the device leave the bus; called on the device thread
     */
    public LeaveFault(
            UsbBus delegate,
            Trigger trigger,
            String text,
            boolean isAnswered,
            Duration delay,
            InstantSource clock,
            Runnable leave) {
        super(delegate, trigger, text);
        this.isAnswered = isAnswered;
        this.timer = new Timer(Optional.of(delay), clock);
        this.leave = leave;
    }

    @Override
    protected void struck(SetupPacket setup, BusListener device) {
        if (isAnswered) {
            device.setup(setup);
        } else {
            hold();
            startToLeave();
        }
    }

    /** The device leaves once it waits for its bus again. */
    @Override
    protected void struckEvent() {
        timer.start();
    }

    @Override
    public void attached() {
        timer.stop();
        super.attached();
    }

    @Override
    public void await(Optional<Duration> timeout, BusListener listener) {
        super.await(timer.within(timeout), listener);
        leaveInTime();
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
            startToLeave();
        }
    }

    private void startToLeave() {
        timer.start();
        leaveInTime();
    }

    private void leaveInTime() {
        if (timer.isOver()) {
            timer.stop();
            leave.run();
        }
    }
}
