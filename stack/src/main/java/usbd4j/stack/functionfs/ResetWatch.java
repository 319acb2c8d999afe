package usbd4j.stack.functionfs;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import usbd4j.stack.linux.Errno;
import usbd4j.stack.linux.KernelProbe;
import usbd4j.stack.linux.LinuxException;
import usbd4j.stack.udc.EventType;
import usbd4j.stack.udc.ResetEvidence;

/**
 * Distinguishes bus resets from everything else for which FunctionFS reports DISABLE or ENABLE. Before FunctionFS is
 * notified, the kernel calls {@code composite_reset(gadget)} for a reset and {@code composite_disconnect(gadget)} for an
 * unplugged cable; for SET_CONFIGURATION and SET_INTERFACE it calls neither.
 */
final class ResetWatch implements AutoCloseable {
    private static final Logger LOG = System.getLogger(ResetWatch.class.getName());
    private static final int OWN_PROCESS = (int) ProcessHandle.current().pid();

    private final List<KernelProbe> probes = new ArrayList<>();
    private final KernelProbe bound;
    private final KernelProbe reset;
    private final KernelProbe disconnect;
    private final KernelProbe enabled;

    /** Calls for this gadget that have not been assigned to an event yet. */
    private final List<KernelProbe.Call> resets = new ArrayList<>();

    private final List<KernelProbe.Call> disconnects = new ArrayList<>();
    private long gadget;

    private ResetWatch() {
        try {
            bound = probe("configfs_composite_bind");
            reset = probe("composite_reset");
            disconnect = probe("composite_disconnect");
            enabled = probe("ffs_func_set_alt");
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
    ResetEvidence before(EventType event) {
        learnGadget(event);
        take(reset, resets);
        take(disconnect, disconnects);
        // Calls after the function was enabled belong to the next event.
        long end = event == EventType.ENABLE ? lastEnabled() : Long.MAX_VALUE;
        if (gadget == 0) {
            return ResetEvidence.UNWATCHED;
        }
        boolean isReset = resets.removeIf(each -> each.time() <= end);
        boolean isDisconnected = disconnects.removeIf(each -> each.time() <= end);
        if (isReset) {
            return ResetEvidence.RESET;
        }
        return isDisconnected ? ResetEvidence.DISCONNECT : ResetEvidence.NONE;
    }

    /**
     * The kernel makes this call right before FunctionFS reports BIND. It is looked for at every event, because an ENABLE drops
     * a BIND that has not been read. Another process may bind its own gadget at the same moment; ours binds only this one.
     */
    private void learnGadget(EventType event) {
        List<KernelProbe.Call> calls = bound.calls();
        Optional<KernelProbe.Call> ours =
                calls.stream().filter(each -> each.process() == OWN_PROCESS).reduce((first, last) -> last);
        ours.or(() -> gadget == 0 || event == EventType.BIND
                        ? calls.stream().reduce((first, last) -> last)
                        : Optional.empty())
                .ifPresent(call -> gadget = call.first());
    }

    private void take(KernelProbe probe, List<KernelProbe.Call> pending) {
        for (KernelProbe.Call each : probe.calls()) {
            if (each.first() == gadget) {
                pending.add(each);
            }
        }
    }

    /** {@return the time at which the kernel last enabled the function} A negative setting disables it. */
    private long lastEnabled() {
        return enabled.calls().stream()
                .filter(each -> (int) each.third() >= 0)
                .mapToLong(KernelProbe.Call::time)
                .max()
                .orElse(Long.MAX_VALUE);
    }

    @Override
    public void close() {
        probes.forEach(KernelProbe::close);
    }
}
