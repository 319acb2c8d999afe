package usbd4j.stack.gadgetfs;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import usbd4j.stack.BusListener;
import usbd4j.stack.Direction;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.linux.Errno;
import usbd4j.stack.udc.ControllerBus;

/** The part of the bus on GadgetFS that answers requests, and goes on when the host gives one up. */
abstract class GadgetFsRequests extends ControllerBus {
    private static final Logger LOG = System.getLogger(GadgetFsBus.class.getName());

    /** A host sends the data within a frame or two of the setup packet, or has given the request up. */
    private static final Duration DATA_STAGE_BEGINS = Duration.ofMillis(200);

    private final UnseenRequest unseen = new UnseenRequest();
    private final OutData data = new OutData();
    private Optional<ByteBuffer> fetched = Optional.empty();
    private boolean isRefusable;

    GadgetFsRequests(Path controller) {
        super(controller);
    }

    /** Disconnects the device and connects it again. */
    abstract void reattach();

    /**
     * Passes a request on.
     *
     * @param setup the request
     * @param listener answers it
     * @return whether the listener was told; false if the request is over already
     */
    final boolean answer(SetupPacket setup, BusListener listener) {
        ep0().begin(setup);
        isRefusable = setup.direction() == Direction.IN || setup.wLength() == 0;
        if (!isRefusable) {
            fetched = fetch(setup);
            if (fetched.isEmpty()) {
                LOG.log(Level.DEBUG, "the data of {0} never came, or were replaced by the next request", setup);
                return false;
            }
        } else if (unseen.forget(setup)) {
            stall("the kernel has stalled it already");
            return false;
        }
        listener.setup(setup);
        return true;
    }

    /** Fetches the data at once: the host does not wait, and its next request would replace this one. */
    private Optional<ByteBuffer> fetch(SetupPacket setup) {
        // Data that come though some were taken already belong to a newer request, which is the one seen.
        int result = data.receive(ep0(), unseen.hasData() ? Duration.ZERO : DATA_STAGE_BEGINS);
        ByteBuffer received = data.received(Math.max(0, result));
        switch (Errno.of(-result).orElse(Errno.EIO)) {
            case EIDRM -> replaced();
            case EAGAIN -> received = unseen.takeData();
            default -> unseen.forget();
        }
        return received.remaining() == setup.wLength() ? Optional.of(received) : Optional.empty();
    }

    @Override
    protected void replaced() {
        LOG.log(Level.DEBUG, "the host gave up a request and sent the next one");
        if (!unseen.release(ep0())) {
            LOG.log(
                    Level.WARNING,
                    "the host gave up a request, and GadgetFS has lost the next one: the device disconnects and connects again");
            reattach();
        }
    }

    @Override
    public Optional<ByteBuffer> receiveData(int wLength) {
        return fetched;
    }

    @Override
    public void stall(String reason) {
        if (isRefusable) {
            super.stall(reason);
        } else {
            LOG.log(Level.DEBUG, "cannot stall the request: GadgetFS has already received its data");
        }
    }
}
