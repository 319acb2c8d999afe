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
    /** When in a request the device leaves. */
    public enum Moment {
        /** Before the answer: the device does not see the request. */
        BEFORE,
        /** In place of the answer: the device does what the request asks, and the host does not learn of it. */
        STATUS_STAGE,
        /** After the answer. */
        AFTER
    }

    private final Moment moment;
    private final Timer timer;
    private final Runnable leave;

    /**
     * Wraps a bus.
     *
     * @param delegate the bus
     * @param trigger at what
     * @param text for the log
     * @param moment when in the request. STATUS_STAGE acts as AFTER if the request has data from the host: they are received
     *     only with the status stage
     * @param delay how much later it leaves
     * @param clock tells the time
     * @param leave has the device leave the bus; called on the device thread
     */
    public LeaveFault(
            UsbBus delegate,
            Trigger trigger,
            String text,
            Moment moment,
            Duration delay,
            InstantSource clock,
            Runnable leave) {
        super(delegate, trigger, text);
        this.moment = moment;
        this.timer = new Timer(Optional.of(delay), clock);
        this.leave = leave;
    }

    @Override
    protected void struck(SetupPacket setup, BusListener device) {
        if (moment == Moment.BEFORE) {
            hold();
            startToLeave();
        } else {
            device.setup(setup);
        }
    }

    /** The device leaves once it waits for its bus again. */
    @Override
    protected void struckEvent() {
        startTimer();
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
        if (leavesInStatusStage()) {
            data.position(data.limit());
            return true;
        }
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
        if (leavesInStatusStage()) {
            return true;
        }
        boolean isDone = super.acknowledge();
        leaveIfStruck();
        return isDone;
    }

    @Override
    public void stall(String reason) {
        super.stall(reason);
        leaveIfStruck();
    }

    /** The device takes the request for done. */
    private boolean leavesInStatusStage() {
        boolean isNow = isStruck() && moment == Moment.STATUS_STAGE;
        if (isNow) {
            hold();
            startToLeave();
        }
        return isNow;
    }

    private void leaveIfStruck() {
        if (isStruck()) {
            startToLeave();
        }
    }

    private void startToLeave() {
        startTimer();
        leaveInTime();
    }

    /** Once: a host that asks again does not put it off. */
    private void startTimer() {
        if (!timer.isRunning()) {
            timer.start();
        }
    }

    private void leaveInTime() {
        if (timer.isOver()) {
            timer.stop();
            leave.run();
        }
    }
}
