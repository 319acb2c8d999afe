package usbd4j.stack.functionfs;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import usbd4j.stack.UsbException;
import usbd4j.stack.descriptor.Configuration;
import usbd4j.stack.descriptor.NumberedInterface;
import usbd4j.stack.linux.KernelProbe;
import usbd4j.stack.linux.LinuxException;
import usbd4j.stack.linux.OwnProcess;

/**
 * The alternate settings that the host selects. FunctionFS accepts SET_INTERFACE (from about Linux 6.8 on) and reports
 * ENABLE, but not which setting was selected. That is an argument of the kernel's {@code ffs_func_set_alt(function,
 * interface, setting)}, so calls of this function are watched.
 */
final class ChosenSettings implements AutoCloseable {
    /** FunctionFS stalls SET_INTERFACE for higher settings (MAX_ALT_SETTINGS in drivers/usb/gadget/function/f_fs.c). */
    private static final int MOST_SETTINGS = 3;

    private final KernelProbe bound;
    private final KernelProbe chosen;
    private OptionalLong function = OptionalLong.empty();
    private int lowestInterface = Integer.MAX_VALUE;

    private ChosenSettings() {
        // A kernel without this function accepts alternate setting 0 only.
        new KernelProbe("ffs_func_get_alt").close();
        // ffs_func_bind(configuration, function) shows which of the kernel's functions belongs to this process.
        bound = new KernelProbe("ffs_func_bind");
        try {
            chosen = new KernelProbe("ffs_func_set_alt");
        } catch (RuntimeException e) {
            bound.close();
            throw e;
        }
    }

    /** {@return a watch for a configuration; empty if no interface has alternate settings} */
    static Optional<ChosenSettings> of(Configuration configuration) {
        List<NumberedInterface> toChoose = configuration.interfaces().stream()
                .filter(each -> each.settings().size() > 1)
                .toList();
        toChoose.forEach(ChosenSettings::requireEndpointsInOne);
        return toChoose.stream()
                .map(each -> each.settings().size())
                .max(Comparator.naturalOrder())
                .map(ChosenSettings::watch);
    }

    private static void requireEndpointsInOne(NumberedInterface each) {
        List<String> settings = each.settings().stream()
                .filter(setting -> !setting.endpoints().isEmpty())
                .map(setting -> Integer.toString(setting.descriptor().bAlternateSetting()))
                .toList();
        if (settings.size() > 1) {
            throw new UsbException(
                    "interface %d has endpoints in its alternate settings %s, and FunctionFS supports them in only one; use GadgetFS"
                            .formatted(each.bInterfaceNumber(), String.join(" and ", settings)));
        }
    }

    /** Starts to watch. FunctionFS must be mounted, or its module loaded in another way.
     *
     * @param settings the number of alternate settings of the interface that has most
     */
    static ChosenSettings watch(int settings) {
        if (settings > MOST_SETTINGS) {
            throw new UsbException("FunctionFS supports %d alternate settings per interface, not %d"
                    .formatted(MOST_SETTINGS, settings));
        }
        try {
            return new ChosenSettings();
        } catch (LinuxException e) {
            throw new UsbException(
                    "FunctionFS does not report which alternate setting the host selects, and watching the kernel for it needs root, about Linux 6.8, and CONFIG_KPROBE_EVENTS: %s"
                            .formatted(e.getMessage()),
                    e);
        }
    }

    /** Told of each selected setting. */
    interface Listener {
        void selected(int bInterfaceNumber, int bAlternateSetting);
    }

    /** Reports the settings selected since the last call. */
    void tell(Listener listener) {
        for (KernelProbe.Call each : bound.calls()) {
            if (each.process() == OwnProcess.ID) {
                function = OptionalLong.of(each.second());
            }
        }
        for (KernelProbe.Call each : chosen.calls()) {
            int setting = (int) each.third();
            // If no function is known, another process has bound the gadget. A negative setting disables the interface.
            if (function.orElse(each.first()) == each.first() && setting >= 0 && setting < MOST_SETTINGS) {
                // Interfaces are numbered across the whole gadget. SET_CONFIGURATION enables the lowest first.
                int number = (int) each.second();
                lowestInterface = Math.min(lowestInterface, number);
                listener.selected(number - lowestInterface, setting);
            }
        }
    }

    @Override
    public void close() {
        bound.close();
        chosen.close();
    }
}
