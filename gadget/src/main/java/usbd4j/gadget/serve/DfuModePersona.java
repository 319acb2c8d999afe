package usbd4j.gadget.serve;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import usbd4j.dfu.DfuInterface;
import usbd4j.dfu.flash.PowerCuts;
import usbd4j.dfu.flash.ReadProtection;
import usbd4j.dfu.mode.DfuMemory;
import usbd4j.dfu.mode.DfuModeClass;
import usbd4j.dfu.mode.LeaveReason;
import usbd4j.gadget.Persona;
import usbd4j.gadget.device.DeviceDescription;
import usbd4j.stack.UsbClass;

/**
 * The device in DFU mode.
 *
 * @param device the device
 * @param place where it is served
 * @param images what its memories hold
 * @param protection its read protection, which outlasts the resets of the device
 * @param powerCuts where its power fails, which it does once
 */
record DfuModePersona(
        DeviceDescription device, Place place, FirmwareImages images, ReadProtection protection, PowerCuts powerCuts)
        implements Functions {
    private static final Logger LOG = System.getLogger(DfuModePersona.class.getName());

    DfuModePersona(DeviceDescription device, Place place, FirmwareImages images) {
        this(
                device,
                place,
                images,
                new ReadProtection(device.dfuMode().flash().readProtected()),
                new PowerCuts(device.dfuMode().flash().powerCuts()));
    }

    /**
     * {@return what the kernel must know of it}
     *
     * @param runTime the same device in run-time
     */
    Persona persona(Persona runTime) {
        return of(device, runTime);
    }

    /**
     * {@return what the kernel must know of a device in DFU mode}
     *
     * @param device the device
     * @param runTime the same device in run-time
     */
    static Persona of(DeviceDescription device, Persona runTime) {
        return new Persona(
                device.dfuMode().identity().of(runTime.identity()),
                device.dfuMode().functions(),
                device.dfuMode().driverless());
    }

    @Override
    public List<UsbClass> make(Consumer<Departure> leave) {
        List<DfuMemory> memories = new Memories(device, images, protection, powerCuts).all();
        List<UsbClass> classes = new ArrayList<>();
        DfuInterface shown = device.dfuMode().dfuInterface();
        int first = shown.bInterfaceNumber().orElse(0);
        for (List<DfuMemory> each : byInterface(memories)) {
            classes.add(new DfuModeClass(
                    shown, device.functional(), device.dfuMode().options(), each, reason -> leave(reason, leave)));
            shown = shown.next();
        }
        List<Integer> numbers =
                IntStream.range(first, first + classes.size()).boxed().toList();
        device.dfuMode().driverless().access(numbers).ifPresent(classes::add);
        return classes;
    }

    /** The firmware in one memory may be all right, and that in another not. {@return whether the device leaves} */
    private boolean leave(LeaveReason reason, Consumer<Departure> leave) {
        boolean leaves = reason == LeaveReason.MEMORY_RESET || images.canRun();
        if (leaves) {
            leave.accept(OwnDeparture.of(reason));
        } else {
            LOG.log(Level.WARNING, "there is no firmware that can run: staying in DFU mode");
        }
        return leaves;
    }

    private List<List<DfuMemory>> byInterface(List<DfuMemory> all) {
        if (all.size() == 1 || device.dfuMode().separateInterfaces()) {
            return all.stream().map(List::of).toList();
        }
        Optional<String> obstacle = place.obstacleTo(all.size());
        if (obstacle.isEmpty()) {
            return List.of(all);
        }
        LOG.log(Level.INFO, "each memory has an interface of its own: {0}", obstacle.get());
        return all.stream().map(List::of).toList();
    }
}
