package usbd4j.stack.gadgetfs;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import usbd4j.stack.BusListener;
import usbd4j.stack.Direction;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.udc.ControllerBus;

/** The part of the bus on GadgetFS that answers requests, and goes on when the host gives one up. */
abstract class GadgetFsRequests extends ControllerBus {
    private static final Logger LOG = System.getLogger(GadgetFsBus.class.getName());

    private final UnseenRequest unseen = new UnseenRequest();
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
        isRefusable = !hasData(setup);
        if (unseen.isStalled(setup)) {
            unseen.forget();
            stall("the kernel has stalled it already");
            return false;
        }
        fetched = hasData(setup) ? fetch(setup) : Optional.empty();
        if (hasData(setup) && fetched.isEmpty()) {
            LOG.log(Level.DEBUG, "the data of {0} never came, or were replaced by the next request", setup);
            return false;
        }
        listener.setup(setup);
        return true;
    }

    private Optional<ByteBuffer> fetch(SetupPacket setup) {
        Optional<ByteBuffer> early = unseen.data(setup, ep0());
        // Read at once: the host does not wait, and its next request would replace this one.
        return early.isPresent() ? early : super.receiveData(setup.wLength());
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

    private static boolean hasData(SetupPacket setup) {
        return setup.direction() == Direction.OUT && setup.wLength() > 0;
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
