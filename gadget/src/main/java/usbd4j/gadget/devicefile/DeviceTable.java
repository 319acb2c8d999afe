package usbd4j.gadget.devicefile;

import java.util.Optional;
import java.util.function.Function;
import usbd4j.gadget.device.DeviceDescription;
import usbd4j.gadget.device.DfuMode;
import usbd4j.gadget.device.RunTime;
import usbd4j.stack.UsbClass;
import usbd4j.stack.descriptor.Identity;

/** The whole file. */
final class DeviceTable {
    private DeviceTable() {}

    /** {@return a function that reads a device which serves a class in place of DFU, if there is one} */
    static Function<Table, DeviceDescription> serving(Optional<UsbClass> function) {
        return file -> read(file, ClassTable.read(file, function));
    }

    private static DeviceDescription read(Table file, Optional<Identity> identity) {
        RunTime runTime = file.table(
                "run-time",
                "The device with its firmware running.",
                table -> RunTimeTable.read(
                        table, identity, file.tables("function", FunctionTable.MEANING, FunctionTable::read)));
        DfuMode dfuMode = file.table(
                "dfu-mode",
                "The device in DFU mode. What is not given is the same as in run-time.",
                table -> DfuModeTable.read(table, runTime));
        return new DeviceDescription(
                runTime,
                dfuMode,
                file.table(
                        "functional",
                        "The DFU functional descriptor, in run-time and in DFU mode.",
                        table -> FunctionalTable.read(table, dfuMode.isAddressed())),
                file.table(
                        "off-bus", "How long the device stays off the bus when it re-enumerates.", OffBusTable::read),
                file.tables("fault", FaultTable.MEANING, table -> FaultTable.read(table, runTime.onDetach())));
    }
}
