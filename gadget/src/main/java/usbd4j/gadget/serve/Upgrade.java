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
    private boolean comesBackAsItself;
    private volatile boolean stopped;
    private volatile @Nullable Session current;

    /**
     * One of the two devices.
     *
     * @param persona asked each time the device is to be shown
     * @param functions makes what it can do
     */
    public record Mode(Supplier<Persona> persona, Functions functions) {}

    /** Makes the functions of a device. */
    public interface Functions {
        /**
         * {@return new functions}
         *
         * @param change called by one when the device is to become the other one
         * @param reset called by one when the device is to leave the bus and come back as it is
         */
        List<UsbClass> make(Runnable change, Runnable reset);
    }

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
     * @param canRun whether there is firmware that can run, and so to begin in run-time; else in DFU mode
     */
    public void serve(boolean canRun) {
        boolean isRunTime = canRun;
        while (!stopped && comesBack(isRunTime ? runTime : dfuMode)) {
            isRunTime ^= !comesBackAsItself;
        }
    }

    private boolean comesBack(Mode mode) {
        Persona persona = mode.persona().get();
        comesBackAsItself = false;
        Session session = new Session(persona.identity(), leave -> functions(mode, leave), new Exit());
        current = session;
        if (stopped) {
            return false;
        }
        try (Site site = place.apply(persona)) {
            return session.serve(site);
        }
    }

    private List<UsbClass> functions(Mode mode, Runnable leave) {
        return mode.functions().make(leave, () -> {
            comesBackAsItself = true;
            leave.run();
        });
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
