package usbd4j.dfu.mode;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import usbd4j.dfu.DfuFunctionalDescriptor;
import usbd4j.dfu.DfuInterface;
import usbd4j.dfu.DfuState;
import usbd4j.dfu.DfuStatus;
import usbd4j.stack.BusEvent;
import usbd4j.stack.Recipient;
import usbd4j.stack.Reply;
import usbd4j.stack.RequestType;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.UsbClass;
import usbd4j.stack.descriptor.UsbInterface;
import usbd4j.stack.descriptor.UsbString;

/**
 * The DFU mode class (DFU 1.1, chapters 4.2 and 6): one interface without endpoints, with an alternate setting for each memory
 * that the host downloads to and uploads from.
 *
 * <p>The device leaves DFU mode at a bus reset. It leaves by itself after manifestation if bitWillDetach is set and
 * bitManifestationTolerant is not, or if its memory is addressed; and after DETACH, if the options say so. As long as its firmware
 * cannot run it stays, in dfuERROR with errFIRMWARE.
 *
 * <p>The memories decide whether the device speaks plain DFU or DfuSe ({@link DfuMemory#isAddressed}). bcdDFUVersion, 0x011A for
 * DfuSe, only tells the host so.
 */
public final class DfuModeClass implements UsbClass {
    private static final Logger LOG = System.getLogger(DfuModeClass.class.getName());

    private final DfuInterface shown;
    private final DfuFunctionalDescriptor functional;
    private final List<DfuMemory> memories;
    private final Predicate<LeaveReason> leave;
    private final ModeStateMachine machine;
    private boolean isConfigured;

    /**
     * A DFU interface.
     *
     * @param shown what the host is told of the interface, {@link DfuInterface#DFU_MODE} by the specification
     * @param functional the functional descriptor
     * @param options where the device differs from the specification
     * @param memories one for each alternate setting, from 0; at least one
     * @param leave called when the device must leave the bus, with the reason, which says in which persona it comes back; returns
     *     false if it cannot, and stays in DFU mode
     */
    public DfuModeClass(
            DfuInterface shown,
            DfuFunctionalDescriptor functional,
            DfuModeOptions options,
            List<DfuMemory> memories,
            Predicate<LeaveReason> leave) {
        if (memories.isEmpty()) {
            throw new IllegalArgumentException("a device in DFU mode needs at least one memory");
        }
        this.shown = shown;
        this.functional = functional;
        this.memories = List.copyOf(memories);
        this.leave = leave;
        this.machine = new ModeStateMachine(functional, options, this.memories.get(0));
    }

    @Override
    public List<UsbInterface> interfaces() {
        return List.of(shown.declared(
                functional, memories.stream().map(DfuMemory::name).toList()));
    }

    @Override
    public List<UsbString> strings() {
        return memories.stream()
                .flatMap(each -> each.vendorError().stream())
                .distinct()
                .toList();
    }

    @Override
    public void stringIndexes(List<Integer> indexes) {
        machine.statusReport().useStrings(strings(), indexes);
    }

    /** Choosing the current setting again changes nothing: dfu-util does so before its first GETSTATUS. */
    @Override
    public void alternateSetting(int which, int bAlternateSetting, Instant now) {
        advance(now);
        use(bAlternateSetting);
    }

    private void use(int bAlternateSetting) {
        DfuMemory chosen = memories.get(bAlternateSetting);
        if (!chosen.equals(machine.memory()) && !machine.state().survivesReset()) {
            machine.restart(chosen);
        }
    }

    @Override
    public Optional<Reply> control(SetupPacket setup, Instant now) {
        if (!setup.is(RequestType.CLASS, Recipient.INTERFACE)) {
            return Optional.empty();
        }
        advance(now);
        return Optional.of(machine.state().request(setup, now, machine));
    }

    @Override
    public void event(BusEvent event, Instant now) {
        boolean hasLeft = advance(now);
        switch (event) {
            case CONFIGURED -> {
                isConfigured = true;
                use(0);
            }
            // Every enumeration begins with a reset or two.
            case RESET -> {
                if (isConfigured && !hasLeft) {
                    reset();
                }
            }
            case DETACHED -> {
                isConfigured = false;
                machine.restart();
            }
            case DECONFIGURED, SUSPENDED, RESUMED -> {}
        }
    }

    private void reset() {
        isConfigured = false;
        if (!machine.state().survivesReset()) {
            if (machine.options().finishManifestationAtReset()) {
                machine.state().finishManifestation(machine);
            }
            machine.restart();
            leave(LeaveReason.BUS_RESET);
        }
    }

    private void leaveOrRestart(LeaveReason reason) {
        if (!leave.test(reason)) {
            machine.restart();
        }
    }

    @Override
    public Optional<Instant> deadline() {
        return machine.state().until();
    }

    @Override
    public void deadlineReached(Instant now) {
        advance(now);
    }

    /** {@return the state that the host is told} */
    DfuState state() {
        return machine.state().state();
    }

    /** {@return whether that made the device leave} */
    private boolean advance(Instant now) {
        ModeState before = machine.state();
        machine.advance(now);
        ModeState after = machine.state();
        Optional<LeaveReason> reason = after.equals(before) ? Optional.empty() : after.leaves(machine);
        reason.ifPresent(this::leave);
        return reason.isPresent();
    }

    private void leave(LeaveReason reason) {
        switch (reason) {
            case BUS_RESET -> leaveForRunTime(reason, "bus reset");
            case MANIFESTED -> leaveForRunTime(reason, "manifestation is over");
            case DETACHED -> leaveForRunTime(reason, "DETACH");
            case MEMORY_RESET -> {
                LOG.log(Level.INFO, "the memory wants a reset: leaving the bus, to come back in DFU mode");
                leaveOrRestart(reason);
            }
        }
    }

    private void leaveForRunTime(LeaveReason reason, String why) {
        if (memories.stream().anyMatch(each -> each.condition() == DfuStatus.ERR_FIRMWARE)) {
            LOG.log(Level.WARNING, "{0}, but the firmware cannot run: staying in DFU mode", why);
            machine.restart();
        } else {
            LOG.log(Level.INFO, "{0}: leaving DFU mode for run-time", why);
            leaveOrRestart(reason);
        }
    }
}
