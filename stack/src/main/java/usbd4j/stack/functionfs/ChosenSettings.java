package usbd4j.stack.functionfs;

import java.util.OptionalLong;
import usbd4j.stack.BusListener;
import usbd4j.stack.linux.KernelProbe;

/**
 * Which alternate settings the host chose. FunctionFS takes SET_INTERFACE (from Linux 6.8 or so on), says ENABLE, and does not
 * tell which setting it was: that is what the kernel's {@code ffs_func_set_alt(function, interface, setting)} is called with.
 */
final class ChosenSettings implements AutoCloseable {
    /** FunctionFS stalls SET_INTERFACE for those beyond (MAX_ALT_SETTINGS in drivers/usb/gadget/function/f_fs.c). */
    static final int MOST_SETTINGS = 3;

    private static final int OWN_PROCESS = (int) ProcessHandle.current().pid();

    private final KernelProbe bound;
    private final KernelProbe chosen;
    private OptionalLong function = OptionalLong.empty();
    private int lowestInterface = Integer.MAX_VALUE;

    /** Begins to watch; throws what {@link KernelProbe} throws. FunctionFS must be mounted, or its module loaded otherwise. */
    ChosenSettings() {
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
