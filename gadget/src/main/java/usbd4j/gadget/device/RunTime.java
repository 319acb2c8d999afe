package usbd4j.gadget.device;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import usbd4j.dfu.DfuInterface;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.UsbString;

/**
 * The persona with its firmware running.
 *
 * @param identity VID, PID, release number and strings; the firmware may bring another release number
 * @param interfaceName iInterface of the DFU interface
 * @param dfuInterface what else the host is told of the DFU interface
 * @param driverless what Windows and browsers are told, so that they need no driver
 * @param detachTime how long appDETACH really lasts; empty for as long as the specification allows, or 100 ms if bitWillDetach is
 *     set and that is shorter
 * @param onDetach what happens once the host has detached the device
 * @param functions the functions that the kernel serves beside DFU
 */
public record RunTime(
        Identity identity,
        Optional<UsbString> interfaceName,
        DfuInterface dfuInterface,
        Driverless driverless,
        Optional<Duration> detachTime,
        OnDetach onDetach,
        List<KernelFunction> functions) {
    /** Keeps a copy, and checks that the functions can be told apart. */
    public RunTime {
        functions = List.copyOf(functions);
        KernelFunction.requireDistinct(functions);
    }
}
