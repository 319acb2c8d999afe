package usbd4j.dfu.mode;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import usbd4j.dfu.DfuFunctionalDescriptor;
import usbd4j.dfu.DfuState;
import usbd4j.dfu.DfuStatus;
import usbd4j.stack.BusEvent;
import usbd4j.stack.Recipient;
import usbd4j.stack.Reply;
import usbd4j.stack.RequestType;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.UsbClass;
import usbd4j.stack.descriptor.AlternateSetting;
import usbd4j.stack.descriptor.UsbInterface;
import usbd4j.stack.descriptor.UsbString;

/**
 * The DFU mode class (DFU 1.1, chapters 4.2 and 6): one interface without endpoints, with an alternate setting for each
 * memory, through which the host writes and reads firmware.
 *
 * <p>The device leaves DFU mode at a bus reset, or by itself after manifestation if it is not tolerant of that and bitWillDetach
 * is set, or its memory is addressed; but stays, in dfuERROR with errFIRMWARE, as long as its firmware cannot run.
 *
 * <p>Whether it speaks plain DFU or DfuSe is a matter of its memories ({@link DfuMemory#isAddressed}); bcdDFUVersion, 0x011A for
 * DfuSe, is only what it says of itself.
 */
public final class DfuModeClass implements UsbClass {
    private static final Logger LOG = System.getLogger(DfuModeClass.class.getName());

    private static final int APPLICATION_SPECIFIC = 0xFE;
    private static final int FIRMWARE_UPGRADE = 0x01;
    private static final int DFU_MODE_PROTOCOL = 0x02;

    private final DfuFunctionalDescriptor functional;
    private final List<DfuMemory> memories;
    private final Runnable leave;
    private final Runnable reset;
    private final Machine machine;
    private boolean isConfigured;

    /**
     * A DFU interface with memories that never ask for a reset of the device.
     *
     * @param functional what it says of itself
     * @param options where it differs from the specification
     * @param memories one for each alternate setting, from 0; at least one
     * @param leave called when the device is to leave the bus and run its firmware
     */
    public DfuModeClass(
            DfuFunctionalDescriptor functional, DfuModeOptions options, List<DfuMemory> memories, Runnable leave) {
        this(functional, options, memories, leave, () -> {});
    }

    /**
     * A DFU interface with a memory that can ask for a reset of the device ({@link Work#resets}).
     *
     * @param functional what it says of itself
     * @param options where it differs from the specification
     * @param memories one for each alternate setting, from 0; at least one
     * @param leave called when the device is to leave the bus and run its firmware
     * @param reset called when the device is to leave the bus and come back in DFU mode; until then it answers nothing
     */
    public DfuModeClass(
            DfuFunctionalDescriptor functional,
            DfuModeOptions options,
            List<DfuMemory> memories,
            Runnable leave,
            Runnable reset) {
        if (memories.isEmpty()) {
            throw new IllegalArgumentException("a device in DFU mode has at least one memory");
        }
        this.functional = functional;
        this.memories = List.copyOf(memories);
        this.leave = leave;
        this.reset = reset;
        this.machine = new Machine(functional, options, this.memories.get(0));
    }

    /** The functional descriptor follows the last alternate setting. */
    @Override
    public List<UsbInterface> interfaces() {
        int last = memories.size() - 1;
        List<AlternateSetting> settings = new ArrayList<>();
        for (DfuMemory memory : memories) {
            settings.add(AlternateSetting.of(APPLICATION_SPECIFIC, FIRMWARE_UPGRADE, DFU_MODE_PROTOCOL)
                    .named(memory.name()));
        }
        settings.set(last, settings.get(last).showing(functional));
        return List.of(new UsbInterface(settings, Optional.empty()));
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
        machine.useStrings(strings(), indexes);
    }

    /** The setting in use chosen once more changes nothing: dfu-util does so first of all, and then asks for the state. */
    @Override
    public void alternateSetting(int which, int bAlternateSetting, Instant now) {
        use(bAlternateSetting);
    }

    private void use(int bAlternateSetting) {
        DfuMemory chosen = memories.get(bAlternateSetting);
        if (!chosen.equals(machine.memory())) {
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
        switch (event) {
            case CONFIGURED -> {
                isConfigured = true;
                use(0);
            }
            // One reset, or two, belong to every enumeration.
            case RESET -> {
                if (isConfigured) {
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
        machine.restart();
        if (memories.stream().anyMatch(each -> each.condition() == DfuStatus.ERR_FIRMWARE)) {
            LOG.log(Level.WARNING, "bus reset, but the firmware cannot run: staying in DFU mode");
        } else {
            leave("bus reset");
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

    /** {@return the state that the device is in} */
    DfuState state() {
        return machine.state().state();
    }

    private void advance(Instant now) {
        ModeState before = machine.state();
        machine.advance(now);
        ModeState after = machine.state();
        if (!after.equals(before)) {
            after.departure(machine).ifPresent(this::depart);
        }
    }

    private void depart(Departure departure) {
        switch (departure) {
            case FOR_RUN_TIME -> leave("manifestation is over");
            case FOR_DFU_MODE -> {
                LOG.log(Level.INFO, "the memory wants a reset: leaving the bus, to come back in DFU mode");
                reset.run();
            }
        }
    }

    private void leave(String why) {
        LOG.log(Level.INFO, "{0}: leaving DFU mode for run-time", why);
        leave.run();
    }
}
