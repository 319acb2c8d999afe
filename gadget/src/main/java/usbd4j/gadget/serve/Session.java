package usbd4j.gadget.serve;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import usbd4j.dfu.runtime.DetachPolicy;
import usbd4j.dfu.runtime.DfuRuntime;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.Persona;
import usbd4j.gadget.configfs.Site;
import usbd4j.gadget.transcript.Transcript;
import usbd4j.stack.UsbDevice;
import usbd4j.stack.functionfs.FunctionFsBus;
import usbd4j.stack.linux.LinuxFiles;

/** Serves a device until it is detached for good or told to stop. */
public final class Session {
    /** Long enough for the status stage of a DETACH to have reached a program on the host, short for a person. */
    private static final Duration SELF_DETACH = Duration.ofMillis(100);

    private final Persona persona;
    private final OnDetach onDetach;
    private volatile boolean stopped;
    private boolean detached;
    private volatile @Nullable UsbDevice device;

    /**
     * Prepares to serve.
     *
     * @param persona what the host shall see
     * @param onDetach what to do once the device was detached
     */
    public Session(Persona persona, OnDetach onDetach) {
        this.persona = persona;
        this.onDetach = onDetach;
    }

    /**
     * Serves the device, and leaves the bus at the end.
     *
     * @param site where
     */
    public void serve(Site site) {
        try (UsbDevice served = new UsbDevice(persona.identity(), List.of(runtime()), bus(site))) {
            device = served;
            while (!stopped && shownUntilDetached(site, served)) {
                if (!onDetach.comesBack()) {
                    return;
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

    private DfuRuntime runtime() {
        DetachPolicy policy = persona.functional().attributes().bitWillDetach()
                ? DetachPolicy.atMost(SELF_DETACH)
                : DetachPolicy.ACCEPT;
        return new DfuRuntime(persona.interfaceName(), persona.functional(), policy, this::detach);
    }

    private void detach() {
        detached = true;
        UsbDevice served = device;
        if (served != null) {
            served.stop();
        }
    }

    private static Transcript bus(Site site) {
        Path speed = site.controller().resolve("current_speed");
        return new Transcript(new FunctionFsBus(site.functionFs(), site.controller()), () -> LinuxFiles.read(speed));
    }
}
