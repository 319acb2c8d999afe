package usbd4j.gadget.device;

import java.util.List;
import usbd4j.dfu.DfuFunctionalDescriptor;

/**
 * A device, in run-time and in DFU mode.
 *
 * @param runTime the persona with its firmware running
 * @param dfuMode the persona that takes firmware
 * @param functional the DFU functional descriptor that both personas show (DFU 1.1, table 4.2)
 * @param offBus how long the device stays off the bus when it re-enumerates
 * @param faults how it misbehaves; none for a device that does not
 */
public record DeviceDescription(
        RunTime runTime, DfuMode dfuMode, DfuFunctionalDescriptor functional, OffBus offBus, List<DeviceFault> faults) {
    /** Keeps a copy. */
    public DeviceDescription {
        faults = List.copyOf(faults);
    }

    /** {@return whether the kernel serves functions beside DFU, in run-time or in a DFU mode that the device enters} */
    public boolean hasKernelFunctions() {
        boolean entersDfuMode = runTime.onDetach().next() == OnDetach.Next.DFU_MODE;
        return !runTime.functions().isEmpty()
                || (entersDfuMode && !dfuMode.functions().isEmpty());
    }

    /** {@return whether the device may come back after it has left the bus, and so must be bound again} */
    public boolean mayComeBack() {
        return runTime.onDetach().mayComeBack() || faults.stream().anyMatch(DeviceFault::leaves);
    }
}
