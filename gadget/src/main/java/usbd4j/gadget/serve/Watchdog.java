package usbd4j.gadget.serve;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import usbd4j.gadget.service.ServiceManager;
import usbd4j.stack.UsbClass;
import usbd4j.stack.descriptor.UsbInterface;

/**
 * Tells the service manager that the device loop turns, from the loop itself: one that hangs tells nothing. It has no interface; it
 * is a class for the deadlines.
 */
final class Watchdog implements UsbClass {
    private final ServiceManager manager;
    private Optional<Instant> next;

    Watchdog(ServiceManager manager) {
        this.manager = manager;
        this.next = manager.interval().map(each -> Instant.EPOCH);
    }

    @Override
    public List<UsbInterface> interfaces() {
        return List.of();
    }

    @Override
    public Optional<Instant> deadline() {
        return next;
    }

    @Override
    public void deadlineReached(Instant now) {
        manager.alive();
        next = manager.interval().map(now::plus);
    }
}
