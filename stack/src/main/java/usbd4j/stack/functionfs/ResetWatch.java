package usbd4j.stack.functionfs;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    private final List<KernelProbe> probes = new ArrayList<>();
    private final KernelProbe bound;
    private final KernelProbe reset;
    private final KernelProbe disconnect;
    private final KernelProbe state;

    private final PendingCalls resets = new PendingCalls();
    private final PendingCalls disconnects = new PendingCalls();
    private final PendingCalls configured = new PendingCalls();
    private long gadget;
    private long since = PendingCalls.NEVER;

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
        for (KernelProbe.Call each : reset.calls()) {
            keep(each, resets);
        }
        for (KernelProbe.Call each : disconnect.calls()) {
            keep(each, disconnects);
        }
        for (KernelProbe.Call each : state.calls()) {
            if ((int) each.second() == CONFIGURED) {
                keep(each, configured);
            }
        }
        if (gadget == 0) {
            return Before.UNWATCHED;
        }
        // What the host has done since belongs to an event that is still to be read.
        if (event == EventType.BIND || event == EventType.SUSPEND || event == EventType.RESUME) {
            return Before.NOTHING;
        }
        // Calls after the device was configured last belong to the next event; SET_INTERFACE brings ENABLE without any.
        long end = event == EventType.ENABLE ? configured.last() : PendingCalls.NEVER_AGAIN;
        long lastReset = resets.takeUntil(end).last();
        long lastDisconnect = disconnects.takeUntil(end).last();
        boolean hadConfigured = configured.takeUntil(end).first() < Math.max(lastReset, lastDisconnect);
        if (lastReset != PendingCalls.NEVER) {
            return new Before(ResetEvidence.RESET, hadConfigured);
        }
        return new Before(
                lastDisconnect == PendingCalls.NEVER ? ResetEvidence.NONE : ResetEvidence.DISCONNECT, hadConfigured);
    }

    /**
     * The kernel makes this call right before FunctionFS reports BIND. It is looked for at every event, because an ENABLE drops
     * a BIND that has not been read. Another process may bind its own gadget at the same moment; ours binds only this one.
     */
    private void learnGadget(EventType event) {
        KernelProbe.Call last = null;
        KernelProbe.Call ours = null;
        for (KernelProbe.Call each : bound.calls()) {
            last = each;
            ours = each.process() == OwnProcess.ID ? each : ours;
        }
        KernelProbe.Call bind = ours == null && (gadget == 0 || event == EventType.BIND) ? last : ours;
        if (bind != null) {
            begin(bind);
        }
    }

    /** What was called before the gadget was bound is over. */
    private void begin(KernelProbe.Call bind) {
        gadget = bind.first();
        since = bind.time();
        resets.takeUntil(since);
        disconnects.takeUntil(since);
        configured.takeUntil(since);
    }

    private void keep(KernelProbe.Call call, PendingCalls pending) {
        if (call.first() == gadget && call.time() > since) {
            pending.add(call);
        }
    }

    @Override
    public void close() {
        probes.forEach(KernelProbe::close);
    }
}
