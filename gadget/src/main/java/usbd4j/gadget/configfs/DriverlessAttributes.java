package usbd4j.gadget.configfs;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.Persona;
import usbd4j.stack.linux.LinuxFiles;
import usbd4j.stack.platform.DriverlessAccess;

/** The attributes of a gadget for Microsoft OS descriptors and WebUSB. */
final class DriverlessAttributes {
    private static final String MICROSOFT_OS_1_0 = "MSFT100";
    private static final String WEB_USB_1_0 = "0x0100";

    private final Path osDesc;
    private final Path webUsb;

    /** Creates the attributes of a gadget.
     *
     * @param root the gadget's directory
     */
    DriverlessAttributes(Path root) {
        osDesc = root.resolve("os_desc");
        webUsb = root.resolve("webusb");
    }

    /**
     * Writes the attributes that a persona asks for.
     *
     * @param persona the device as the host sees it
     * @param configuration the directory of the gadget's configuration, complete
     * @throws GadgetException if the kernel does not support one of them
     */
    void write(Persona persona, Path configuration) {
        if (persona.driverless().winUsb()) {
            require(osDesc, "--winusb", "Microsoft OS descriptors");
            winUsb(configuration);
        }
        Optional<URI> page = persona.driverless().landingPage();
        if (page.isPresent()) {
            require(webUsb, "--landing-page", "WebUSB, which Linux has from about 6.3 on");
            landingPage(page.get());
        }
    }

    /**
     * Only switches them on: the descriptors of each function come from the function, for FunctionFS together with the other
     * descriptors.
     */
    private void winUsb(Path configuration) {
        LinuxFiles.write(osDesc.resolve("qw_sign"), MICROSOFT_OS_1_0);
        LinuxFiles.write(osDesc.resolve("b_vendor_code"), hexadecimal(DriverlessAccess.MS_VENDOR_CODE));
        LinuxFiles.write(osDesc.resolve("use"), "1");
        LinuxFiles.link(osDesc.resolve(configuration.getFileName()), configuration);
    }

    private void landingPage(URI page) {
        LinuxFiles.write(webUsb.resolve("bcdVersion"), WEB_USB_1_0);
        LinuxFiles.write(webUsb.resolve("bVendorCode"), hexadecimal(DriverlessAccess.WEB_USB_VENDOR_CODE));
        LinuxFiles.write(webUsb.resolve("landingPage"), page.toString());
        LinuxFiles.write(webUsb.resolve("use"), "1");
    }

    private static String hexadecimal(int code) {
        return "0x%02x".formatted(code);
    }

    private static void require(Path attributes, String option, String what) {
        if (!Files.isDirectory(attributes)) {
            throw new GadgetException(
                    ExitStatus.NO_KERNEL_SUPPORT,
                    "The kernel's gadgets have no %s (there is no %s); run without %s"
                            .formatted(what, attributes, option));
        }
    }
}
