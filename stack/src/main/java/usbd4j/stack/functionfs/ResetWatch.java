package usbd4j.stack.functionfs;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import usbd4j.stack.linux.Errno;
import usbd4j.stack.linux.KernelProbe;
import usbd4j.stack.linux.LinuxException;
import usbd4j.stack.linux.OwnProcess;
import usbd4j.stack.udc.EventType;
import usbd4j.stack.udc.ResetEvidence;

/**
 * Distinguishes bus resets from everything else for which FunctionFS reports DISABLE or ENABLE. Before FunctionFS is
 * notified, the kernel calls {@code composite_reset(gadget)} for a reset and {@code composite_disconnect(gadget)} for an
 * unplugged cable; for SET_CONFIGURATION and SET_INTERFACE it calls neither. For SET_CONFIGURATION it calls {@code
 * usb_gadget_set_state(gadget, USB_STATE_CONFIGURED)} first.
 */
final class ResetWatch implements AutoCloseable {
    private static final Logger LOG = System.getLogger(ResetWatch.class.getName());

    /** USB_STATE_CONFIGURED of include/uapi/linux/usb/ch9.h. */
    private static final int CONFIGURED = 7;

    /** Before all calls. */
    private static final long NEVER = Long.MIN_VALUE;

    private final List<KernelProbe> probes = new ArrayList<>();
    private final KernelProbe bound;
    private final KernelProbe reset;
    private final KernelProbe disconnect;
    private final KernelProbe state;

    /** Calls for this gadget that have not been assigned to an event yet. */
    private final List<KernelProbe.Call> resets = new ArrayList<>();

    private final List<KernelProbe.Call> disconnects = new ArrayList<>();
    private final List<KernelProbe.Call> configured = new ArrayList<>();
    private long gadget;
    private long since = NEVER;

    /**
     * What the host did before an event.
     *
     * @param evidence whether it reset the bus
     * @param hadConfigured whether it configured the device before that, so that an ENABLE has been lost if none was read
     */
    record Before(ResetEvidence evidence, boolean hadConfigured) {
        /** Nothing is known of it. */
        static final Before UNWATCHED = new Before(ResetEvidence.UNWATCHED, false);

        static final Before NOTHING = new Before(ResetEvidence.NONE, false);
    }

    private ResetWatch() {
        try {
            bound = probe("configfs_composite_bind");
            reset = probe("composite_reset");
            disconnect = probe("composite_disconnect");
            state = probe("usb_gadget_set_state");
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private KernelProbe probe(String function) {
        KernelProbe probe = new KernelProbe(function);
        probes.add(probe);
        return probe;
    }

    /** {@return a watch; empty if the kernel cannot be watched, without root or without CONFIG_KPROBE_EVENTS} */
    static Optional<ResetWatch> begin() {
        try {
            return Optional.of(new ResetWatch());
        } catch (LinuxException e) {
            boolean isExpected = e.is(Errno.EACCES) || e.is(Errno.EPERM) || e.is(Errno.ENOENT);
            LOG.log(
                    isExpected ? Level.DEBUG : Level.WARNING,
                    "cannot watch the kernel for bus resets, so a reset while this process is stopped is missed: {0}",
                    e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * {@return what the host did to the bus before an event}
     *
     * @param event the event, which has just been read
     */
    Before before(EventType event) {
        learnGadget(event);
        take(reset, resets, each -> true);
        take(disconnect, disconnects, each -> true);
        take(state, configured, each -> (int) each.second() == CONFIGURED);
        if (gadget == 0) {
            return Before.UNWATCHED;
        }
        // What the host has done since belongs to an event that is still to be read.
        if (event == EventType.BIND || event == EventType.SUSPEND || event == EventType.RESUME) {
            return Before.NOTHING;
        }
        // Calls after the device was configured last belong to the next event; SET_INTERFACE brings ENABLE without any.
        long end = event == EventType.ENABLE ? last(configured) : Long.MAX_VALUE;
        long lastReset = last(takeUntil(end, resets));
        long lastDisconnect = last(takeUntil(end, disconnects));
        long departure = Math.max(lastReset, lastDisconnect);
        boolean hadConfigured = takeUntil(end, configured).stream().anyMatch(each -> each.time() < departure);
        if (lastReset != NEVER) {
            return new Before(ResetEvidence.RESET, hadConfigured);
        }
        return new Before(lastDisconnect == NEVER ? ResetEvidence.NONE : ResetEvidence.DISCONNECT, hadConfigured);
    }

    private static List<KernelProbe.Call> takeUntil(long end, List<KernelProbe.Call> pending) {
        List<KernelProbe.Call> taken =
                pending.stream().filter(each -> each.time() <= end).toList();
        // Not removeAll: Java makes the equals() of a record when it is called first, which takes long on a small
        // board.
        pending.removeIf(each -> each.time() <= end);
        return taken;
    }

    private static long last(List<KernelProbe.Call> calls) {
        return calls.stream().mapToLong(KernelProbe.Call::time).max().orElse(NEVER);
    }

    /**
     * The kernel makes this call right before FunctionFS reports BIND. It is looked for at every event, because an ENABLE drops
     * a BIND that has not been read. Another process may bind its own gadget at the same moment; ours binds only this one.
     */
    private void learnGadget(EventType event) {
        List<KernelProbe.Call> calls = bound.calls();
        Optional<KernelProbe.Call> ours =
                calls.stream().filter(each -> each.process() == OwnProcess.ID).reduce((first, last) -> last);
        ours.or(() -> gadget == 0 || event == EventType.BIND
                        ? calls.stream().reduce((first, last) -> last)
                        : Optional.empty())
                .ifPresent(this::begin);
    }

    /** What was called before the gadget was bound is over. */
    private void begin(KernelProbe.Call bind) {
        gadget = bind.first();
        since = bind.time();
        List.of(resets, disconnects, configured).forEach(each -> takeUntil(since, each));
    }

    private void take(KernelProbe probe, List<KernelProbe.Call> pending, Predicate<KernelProbe.Call> wanted) {
        probe.calls().stream()
                .filter(each -> each.first() == gadget && each.time() > since)
                .filter(wanted)
                .forEach(pending::add);
    }

    @Override
    public void close() {
        probes.forEach(KernelProbe::close);
    }
}
