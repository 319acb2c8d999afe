package usbd4j.gadget.serve;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.device.DeviceDescription;
import usbd4j.gadget.service.ServiceManager;
import usbd4j.gadget.trace.LiveLog;
import usbd4j.gadget.transcript.ConsoleLoggerFinder;
import usbd4j.gadget.usbip.UsbIpSites;
import usbd4j.stack.UsbException;

/**
 * Several devices of one process, over USB/IP: clients know them by their bus ids, 1-1, 1-2, and so on. Each lives by itself, with its
 * own firmware; the lines of its log begin with its bus id.
 */
public final class Devices {
    private final UsbIpSites sites;
    private final ServiceManager manager;
    private final List<DeviceRun> runs = new ArrayList<>();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    /**
     * Prepares to serve. Nothing is made yet.
     *
     * @param devices the devices, in the order of their bus ids
     * @param place where they are served; the firmware of the second is kept under its name with "-2" behind, and so on
     * @param manager the service manager that is told how it goes, with the first one as example
     * @throws GadgetException if they cannot be served there
     */
    public Devices(List<DeviceDescription> devices, Place place, ServiceManager manager) {
        if (place.bus().kind() != BusKind.USBIP) {
            throw new GadgetException(
                    ExitStatus.USAGE,
                    "several devices are for --bus usbip: another bus has one, and a process for each");
        }
        this.manager = manager;
        sites = sites(place, devices.size());
        for (int port = 1; port <= devices.size(); port++) {
            runs.add(new DeviceRun(
                    devices.get(port - 1),
                    port == 1 ? place : place.named(place.name() + "-" + port),
                    Optional.empty(),
                    port == 1 ? manager.forOneOfSeveral() : ServiceManager.none(),
                    List.of(new LiveLog()),
                    sites,
                    port));
        }
    }

    static UsbIpSites sites(Place place, int devices) {
        return new UsbIpSites(place.bus().address(), place.bus().speedInSoftware(), devices);
    }

    /**
     * Serves until {@link #stop}, or until all devices have left the bus for good.
     *
     * @throws UsbException if one fails; the others are stopped then
     */
    public void serve() {
        sites.open();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            DeviceRun run = runs.get(i);
            String prefix = "1-%d: ".formatted(i + 1);
            Thread thread =
                    new Thread(() -> ConsoleLoggerFinder.prefixed(prefix, () -> serve(run)), "device " + prefix);
            thread.start();
            threads.add(thread);
        }
        try {
            // While the first device is there, its loop tells the service manager that the program is alive.
            threads.get(0).join();
            for (Thread thread : threads) {
                manager.await(Optional.empty(), longest -> hasEnded(thread, longest));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            manager.stopping();
        }
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }

    private void serve(DeviceRun run) {
        try {
            run.serve();
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
            stop();
        }
    }

    private static boolean hasEnded(Thread thread, Duration longest) throws InterruptedException {
        thread.join(Math.max(1, longest.toMillis()));
        return !thread.isAlive();
    }

    /** Ends {@link #serve}. May be called on any thread, and before it is called. */
    public void stop() {
        manager.stopping();
        runs.forEach(DeviceRun::stop);
    }
}
