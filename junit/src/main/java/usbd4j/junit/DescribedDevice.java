package usbd4j.junit;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.platform.commons.support.ReflectionSupport;
import usbd4j.gadget.device.DeviceDescription;
import usbd4j.gadget.devicefile.DeviceFile;
import usbd4j.gadget.devicefile.Overrides;
import usbd4j.gadget.devicefile.Template;
import usbd4j.stack.UsbClass;

/**
 * What a test asks for.
 *
 * @param description the device
 * @param usbClass the class that it serves in place of DFU, if there is one
 */
record DescribedDevice(DeviceDescription description, Optional<UsbClass> usbClass) {
    /**
     * {@return what an annotation asks for}
     *
     * @param asked the annotation
     * @param folder for its files
     * @throws IllegalArgumentException with a line for each mistake
     */
    static DescribedDevice by(UsbDeviceUnderTest asked, DeviceFolder folder) {
        Overrides overrides = new Overrides();
        Arrays.stream(asked.set()).forEach(overrides::set);
        Optional<UsbClass> usbClass = asked.usbClass() == UsbClass.class
                ? Optional.empty()
                : Optional.of(ReflectionSupport.newInstance(asked.usbClass()));
        return new DescribedDevice(DeviceFile.read(file(asked, folder), overrides, usbClass), usbClass);
    }

    private static Optional<Path> file(UsbDeviceUnderTest asked, DeviceFolder folder) {
        if (!asked.template().isEmpty() && !asked.file().isEmpty()) {
            throw new IllegalArgumentException("there is a template and a file: say one of them");
        }
        if (!asked.template().isEmpty()) {
            String text = Template.of(asked.template()).text();
            return Optional.of(folder.write(asked.template() + ".toml", text));
        }
        return Optional.of(asked.file()).filter(name -> !name.isEmpty()).map(Path::of);
    }
}
