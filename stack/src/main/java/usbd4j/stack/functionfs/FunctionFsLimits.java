package usbd4j.stack.functionfs;

import java.nio.file.Path;
import usbd4j.stack.UsbException;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.udc.ControllerKind;

/** What FunctionFS, and the controller below it, cannot do. */
public final class FunctionFsLimits {
    /** The first Linux whose FunctionFS accepts DFU's functional descriptor. */
    public static final String FUNCTIONAL_DESCRIPTOR_SINCE = "6.12";

    private FunctionFsLimits() {}

    /**
     * Checks a device before the kernel does, which says less.
     *
     * @param descriptors the device's descriptors
     * @param controller the controller's directory in sysfs
     * @throws UsbException if it is not possible; the message says why
     */
    static void require(Descriptors descriptors, Path controller) {
        if (descriptors.configurations().size() > 1) {
            throw new UsbException("the device has %d configurations, and FunctionFS supports only one"
                    .formatted(descriptors.configurations().size()));
        }
        InterfaceNumbers.require(descriptors.configuration().interfaces());
        ControllerKind kind = ControllerKind.of(controller);
        kind.requireTransferTypes(descriptors.configuration());
        if (kind == ControllerKind.DUMMY) {
            DummyEndpoints.require(descriptors.configuration());
        }
    }

    /**
     * Checks that interfaces can have several alternate settings, at most one of them with endpoints. The module of
     * FunctionFS must be loaded.
     *
     * @param settings the number of alternate settings
     * @throws UsbException if they cannot; the message says why
     */
    public static void requireAlternateSettings(int settings) {
        ChosenSettings.watch(settings).close();
    }
}
