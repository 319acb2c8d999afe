package usbd4j.gadget.serve;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import usbd4j.gadget.service.ServiceManager;
import usbd4j.gadget.service.ServiceManagers;

/**
 * A service manager in memory.
 *
 * @param manager the program's side of it
 * @param told what it has been told
 */
record ManagerInMemory(ServiceManager manager, List<String> told) {
    /** {@return no service manager} */
    static ServiceManager none() {
        return ServiceManagers.of(Map.of(), state -> {});
    }

    /**
     * {@return one that wants to be told that the program is alive}
     *
     * @param interval how often
     * @param listener called with each thing that it is told
     */
    static ManagerInMemory withWatchdog(Duration interval, Consumer<String> listener) {
        List<String> told = new CopyOnWriteArrayList<>();
        Map<String, String> environment =
                Map.of("NOTIFY_SOCKET", "/in/memory", "WATCHDOG_USEC", Long.toString(interval.toNanos() * 2 / 1000));
        return new ManagerInMemory(
                ServiceManagers.of(environment, state -> {
                    told.add(state);
                    listener.accept(state);
                }),
                told);
    }
}
