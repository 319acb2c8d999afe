package usbd4j.gadget.serve;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import usbd4j.gadget.Persona;
import usbd4j.gadget.Site;
import usbd4j.stack.UsbClass;

/**
 * Serves a product as a host knows it: one device in run-time, until that is detached, and another one in DFU mode, until that
 * has new firmware; then again the first. Each change is a disconnect and a connect, as in a product.
 */
public final class Upgrade {
    private final Mode runTime;
    private final Mode dfuMode;
    private final Function<Persona, Site> place;
    private volatile boolean stopped;
    private volatile @Nullable Session current;

    /**
     * One of the two devices.
     *
     * @param persona asked each time the device is to be shown
     * @param classes makes its functions, given what one calls when the device is to become the other one
     */
    public record Mode(Supplier<Persona> persona, Function<Runnable, List<UsbClass>> classes) {}

    /**
     * Prepares to serve.
     *
     * @param runTime the device with its firmware running
     * @param dfuMode the device that takes firmware
     * @param place makes where a persona is served
     */
    public Upgrade(Mode runTime, Mode dfuMode, Function<Persona, Site> place) {
        this.runTime = runTime;
        this.dfuMode = dfuMode;
        this.place = place;
    }

    /**
     * Serves until {@link #stop}.
     *
     * @param isFirmwareWhole whether to begin in run-time; else in DFU mode
     */
    public void serve(boolean isFirmwareWhole) {
        boolean isRunTime = isFirmwareWhole;
        while (!stopped && becomesTheOther(isRunTime ? runTime : dfuMode)) {
            isRunTime = !isRunTime;
        }
    }

    private boolean becomesTheOther(Mode mode) {
        Persona persona = mode.persona().get();
        Session session = new Session(persona.identity(), mode.classes(), new Exit());
        current = session;
        if (stopped) {
            return false;
        }
        try (Site site = place.apply(persona)) {
            return session.serve(site);
        }
    }

    /** Ends {@link #serve}. May be called on any thread. */
    public void stop() {
        stopped = true;
        Session session = current;
        if (session != null) {
            session.stop();
        }
    }
}
