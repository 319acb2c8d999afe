package usbd4j.stack.functionfs;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import usbd4j.stack.UsbException;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.descriptor.Speed;
import usbd4j.stack.linux.LinuxFiles;
import usbd4j.stack.udc.ControlFile;

/** Writes the descriptors and strings of a function to {@code ep0}. */
final class Blobs {
    private static final Logger LOG = System.getLogger(FunctionFsBus.class.getName());

    private Blobs() {}

    /**
     * Writes both, in the order in which the kernel wants them.
     *
     * @param descriptors the descriptors of the device
     * @param controller the USB device controller's directory in sysfs
     * @param ep0 the file
     * @return the strings as they were written
     * @throws UsbException if the kernel rejects them
     */
    static FunctionStrings write(Descriptors descriptors, Path controller, ControlFile ep0) {
        FunctionStrings strings = FunctionStrings.of(descriptors, unusedSpeed(controller.resolve("maximum_speed")));
        if (!ep0.accepts(DescriptorBlob.of(descriptors, strings))) {
            writeWithoutExtras(descriptors, strings, ep0);
        }
        if (!ep0.accepts(StringBlob.of(strings.table()))) {
            throw new UsbException("the kernel rejects the device's strings (EINVAL)");
        }
        return strings;
    }

    private static void writeWithoutExtras(Descriptors descriptors, FunctionStrings strings, ControlFile ep0) {
        if (!ep0.accepts(DescriptorBlob.withoutExtras(descriptors, strings))) {
            throw new UsbException("the kernel rejects the device's descriptors (EINVAL)");
        }
        LOG.log(
                Level.WARNING,
                "this kernel rejects the device's class-specific descriptors (EINVAL; FunctionFS accepts few types, the"
                        + " DFU functional descriptor from about Linux " + FunctionFsLimits.FUNCTIONAL_DESCRIPTOR_SINCE
                        + " on). The configuration descriptor is sent"
                        + " without them; the device still returns them when the host sends GET_DESCRIPTOR to the"
                        + " interface. With GadgetFS (--bus gadgetfs) the configuration descriptor has them");
    }

    /** {@return a speed that the controller does not have; full speed if it has all, since hosts seldom choose that} */
    private static Speed unusedSpeed(Path maximumSpeed) {
        boolean hasSuper =
                Files.exists(maximumSpeed) && LinuxFiles.read(maximumSpeed).startsWith("super");
        return hasSuper ? Speed.FULL : Speed.SUPER;
    }
}
