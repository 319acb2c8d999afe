package usbd4j.gadget.device;

import usbd4j.dfu.DfuFunctionalDescriptor;

/**
 * A device, in run-time and in DFU mode.
 *
 * @param runTime the persona with its firmware running
 * @param dfuMode the persona that takes firmware
 * @param functional the DFU functional descriptor that both personas show (DFU 1.1, table 4.2)
 * @param offBus how long the device stays off the bus when it re-enumerates
 */
public record DeviceDescription(RunTime runTime, DfuMode dfuMode, DfuFunctionalDescriptor functional, OffBus offBus) {}
