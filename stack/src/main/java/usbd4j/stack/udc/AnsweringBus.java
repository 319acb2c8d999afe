package usbd4j.stack.udc;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import usbd4j.stack.UsbBus;

/** The part of a bus that answers control requests on {@code ep0}. */
abstract class AnsweringBus implements UsbBus {
    private volatile @Nullable ControlFile ep0;
    private boolean isHeld;

    /** Answers on a file from now on. */
    final void answerOn(ControlFile file) {
        ep0 = file;
    }

    /** {@return the file for control transfers} */
    protected final ControlFile ep0() {
        ControlFile open = ep0;
        if (open == null) {
            throw new IllegalStateException("the bus is not open");
        }
        return open;
    }

    @Override
    public final boolean sendData(ByteBuffer data) {
        release();
        boolean isDone = ep0().send(data);
        noteReplaced();
        return isDone;
    }

    @Override
    public Optional<ByteBuffer> receiveData(int wLength) {
        release();
        Optional<ByteBuffer> data = ep0().receive(wLength);
        noteReplaced();
        return data;
    }

    @Override
    public final boolean acknowledge() {
        release();
        boolean isDone = ep0().acknowledge();
        noteReplaced();
        return isDone;
    }

    @Override
    public void stall(String reason) {
        release();
        ep0().stall();
        noteReplaced();
    }

    @Override
    public final void hold() {
        if (!isHeld && isAlwaysReadableWhileHeld()) {
            watchForNews();
        }
        isHeld = true;
    }

    /** Ends {@link #hold}. */
    final void release() {
        if (isHeld && isAlwaysReadableWhileHeld()) {
            watchEvents();
        }
        isHeld = false;
    }

    /** {@return whether a request is held} */
    final boolean isHeld() {
        return isHeld;
    }

    /** Lets every event of the file for control transfers end a wait. */
    abstract void watchEvents();

    /** Lets only events that come from now on end a wait. */
    abstract void watchForNews();

    /**
     * {@return whether poll reports the file for control transfers as readable as long as a request is held, and an event means
     * that the request is over}
     */
    protected boolean isAlwaysReadableWhileHeld() {
        return false;
    }

    private void noteReplaced() {
        if (ep0().isReplaced()) {
            replaced();
        }
    }

    /** Called when the host gave up a request and sent its next one before the device had answered the first. */
    protected void replaced() {}

    @Override
    public final void abortAnswer() {
        ControlFile open = ep0;
        if (open != null) {
            open.answering().stop();
        }
    }

    /** Closes the file for control transfers, if it is open. */
    final void closeControlFile() {
        ControlFile open = ep0;
        if (open != null) {
            open.answering().stopped();
            open.close();
        }
    }
}
