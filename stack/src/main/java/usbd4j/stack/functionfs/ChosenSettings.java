package usbd4j.stack.functionfs;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import usbd4j.stack.BusListener;
import usbd4j.stack.UsbException;
import usbd4j.stack.descriptor.Configuration;
import usbd4j.stack.descriptor.NumberedInterface;
import usbd4j.stack.linux.KernelProbe;
import usbd4j.stack.linux.LinuxException;

/**
 * Which alternate settings the host chose. FunctionFS takes SET_INTERFACE (from Linux 6.8 or so on), says ENABLE, and does not
 * tell which setting it was: that is what the kernel's {@code ffs_func_set_alt(function, interface, setting)} is called with.
 */
final class ChosenSettings implements AutoCloseable {
    /** FunctionFS stalls SET_INTERFACE for those beyond (MAX_ALT_SETTINGS in drivers/usb/gadget/function/f_fs.c). */
    private static final int MOST_SETTINGS = 3;

    private static final int OWN_PROCESS = (int) ProcessHandle.current().pid();

    private final KernelProbe bound;
    private final KernelProbe chosen;
    private OptionalLong function = OptionalLong.empty();
    private int lowestInterface = Integer.MAX_VALUE;

    private ChosenSettings() {
        // Without this function FunctionFS refuses all settings but the first.
        new KernelProbe("ffs_func_get_alt").close();
        // ffs_func_bind(configuration, function): which of the kernel's functions is the one that this process binds.
        bound = new KernelProbe("ffs_func_bind");
        try {
            chosen = new KernelProbe("ffs_func_set_alt");
        } catch (RuntimeException e) {
            bound.close();
            throw e;
        }
    }

    /** {@return what watches the settings of a configuration; empty if there is nothing to choose} */
    static Optional<ChosenSettings> of(Configuration configuration) {
        List<NumberedInterface> toChoose = configuration.interfaces().stream()
                .filter(each -> each.settings().size() > 1)
                .toList();
        toChoose.forEach(ChosenSettings::requireNoEndpoints);
        return toChoose.stream()
                .map(each -> each.settings().size())
                .max(Comparator.naturalOrder())
                .map(ChosenSettings::watch);
    }

    private static void requireNoEndpoints(NumberedInterface each) {
        if (each.settings().stream().anyMatch(setting -> !setting.endpoints().isEmpty())) {
            throw new UsbException(
                    "interface %d has several alternate settings with endpoints, and FunctionFS has all endpoints at work all the time; use GadgetFS"
                            .formatted(each.bInterfaceNumber()));
        }
    }

    /**
     * Begins to watch. FunctionFS must be mounted, or its module loaded otherwise.
     *
     * @param settings how many an interface has
     */
    static ChosenSettings watch(int settings) {
        if (settings > MOST_SETTINGS) {
            throw new UsbException("FunctionFS takes %d alternate settings of an interface, and not %d"
                    .formatted(MOST_SETTINGS, settings));
        }
        try {
            return new ChosenSettings();
        } catch (LinuxException e) {
            throw new UsbException(
                    "FunctionFS does not tell which alternate setting the host chose, and to watch the kernel takes root, Linux 6.8 or so, and CONFIG_KPROBE_EVENTS: %s"
                            .formatted(e.getMessage()),
                    e);
        }
    }

    /** Tells what was chosen since it was asked last. */
    void tell(BusListener listener) {
        for (KernelProbe.Call each : bound.calls()) {
            if (each.process() == OWN_PROCESS) {
                function = OptionalLong.of(each.second());
            }
        }
        for (KernelProbe.Call each : chosen.calls()) {
            int setting = (int) each.third();
            // Without a function of our own somebody else has bound the gadget. A negative setting takes the interface
            // back.
            if (function.orElse(each.first()) == each.first() && setting >= 0 && setting < MOST_SETTINGS) {
                // The host counts the interfaces of the whole gadget. With SET_CONFIGURATION comes the lowest first.
                int number = (int) each.second();
                lowestInterface = Math.min(lowestInterface, number);
                listener.alternateSetting(number - lowestInterface, setting);
            }
        }
    }

    @Override
    public void close() {
        bound.close();
        chosen.close();
    }
}
