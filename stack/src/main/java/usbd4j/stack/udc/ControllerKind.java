package usbd4j.stack.udc;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import usbd4j.stack.UsbException;
import usbd4j.stack.descriptor.Configuration;
import usbd4j.stack.descriptor.TransferType;
import usbd4j.stack.linux.LinuxFiles;

/** What is known about the endpoints of a USB device controller. The kernel does not tell before a gadget is bound. */
public enum ControllerKind {
    /** The kernel's controller in software, with its host in the same machine: {@code dummy_hcd}. */
    DUMMY("dummy_udc", false),
    /** The kernel's controller in software for USB/IP. */
    USBIP("usbip-vudc", false),
    /** A controller in hardware. */
    OTHER("", true);

    private final String driver;
    private final boolean hasIsochronous;

    ControllerKind(String driver, boolean hasIsochronous) {
        this.driver = driver;
        this.hasIsochronous = hasIsochronous;
    }

    /**
     * {@return the kind of a controller}
     *
     * @param controller the USB device controller's directory in sysfs
     */
    public static ControllerKind of(Path controller) {
        Path uevent = controller.resolve("uevent");
        String properties = Files.exists(uevent) ? LinuxFiles.read(uevent) : "";
        return Stream.of(DUMMY, USBIP)
                .filter(each -> properties.lines().anyMatch(("USB_UDC_NAME=" + each.driver)::equals))
                .findFirst()
                .orElse(OTHER);
    }

    /**
     * Checks that the controller has isochronous transfers if an endpoint needs them.
     *
     * @param configuration the configuration that the classes declared
     * @throws UsbException if it has none
     */
    public void requireTransferTypes(Configuration configuration) {
        if (!hasIsochronous) {
            configuration.interfaces().forEach(each -> {
                if (each.settings().stream()
                        .flatMap(setting -> setting.endpoints().stream())
                        .anyMatch(endpoint -> endpoint.declared().type() == TransferType.ISOCHRONOUS)) {
                    throw new UsbException(
                            "interface %d has isochronous endpoints, and the controller %s has no isochronous transfers"
                                    .formatted(each.bInterfaceNumber(), driver));
                }
            });
        }
    }
}
