package usbd4j.gadget.serve;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.Site;
import usbd4j.gadget.transcript.Transcript;
import usbd4j.stack.UsbClass;
import usbd4j.stack.UsbDevice;
import usbd4j.stack.descriptor.Identity;

/** Serves a device until it is detached for good or told to stop. */
public final class Session {
    private final Identity identity;
    private final List<UsbClass> classes;
    private final OnDetach onDetach;
    private volatile boolean stopped;
    private boolean detached;
    private volatile @Nullable UsbDevice device;

    /**
     * Prepares to serve.
     *
     * @param identity who the device says it is
     * @param classes makes the device's functions, given what one calls when the host has detached it
     * @param onDetach what to do once the device was detached
     */
    public Session(Identity identity, Function<Runnable, List<UsbClass>> classes, OnDetach onDetach) {
        this.identity = identity;
        this.classes = classes.apply(this::detach);
        this.onDetach = onDetach;
    }

    /**
     * Serves the device, and leaves the bus at the end.
     *
     * @param site where
     * @return whether the host detached it for good; else it was told to stop
     */
    public boolean serve(Site site) {
        try (UsbDevice served = new UsbDevice(identity, classes, new Transcript(site.bus()))) {
            device = served;
            while (!stopped && shownUntilDetached(site, served)) {
                if (!onDetach.comesBack()) {
                    return true;
                }
            }
        } catch (GadgetException e) {
            // A command that was ended because we are to end has not failed.
            if (!stopped) {
                throw e;
            }
        } finally {
            device = null;
        }
        return false;
    }

    /** {@return whether it was a DETACH that ended it} */
    private boolean shownUntilDetached(Site site, UsbDevice served) {
        detached = false;
        site.show();
        try {
            served.run();
        } finally {
            site.hide();
        }
        // The classes learn now that the device has left, and not when it is back.
        served.catchUp();
        return detached;
    }

    /** Ends {@link #serve}. May be called on any thread. */
    public void stop() {
        stopped = true;
        UsbDevice served = device;
        if (served != null) {
            served.stop();
        }
        onDetach.stop();
    }

    private void detach() {
        detached = true;
        UsbDevice served = device;
        if (served != null) {
            served.stop();
        }
    }
}
