package usbd4j.gadget.cli;

import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Option;
import usbd4j.stack.descriptor.MsOs20DescriptorSet;
import usbd4j.stack.descriptor.WebUsbUrlDescriptor;
import usbd4j.stack.platform.DriverlessAccess;

/** What Windows and browsers are told, so that they take the device without a driver. */
final class DriverlessOptions {
    @Option(
            names = "--winusb",
            order = 1,
            description =
                    "Windows binds its driver WinUSB by itself, to those functions that it has no driver for (default:"
                            + " it does not).")
    private boolean winUsb;

    @Option(
            names = "--landing-page",
            paramLabel = "URL",
            converter = PageConverter.class,
            order = 2,
            description =
                    "WebUSB: browsers offer to open this page, http or https, when the device is plugged in. Needs"
                            + " Linux 6.3 or so (default: none).")
    private Optional<URI> landingPage = Optional.empty();

    boolean winUsb() {
        return winUsb;
    }

    Optional<URI> landingPage() {
        return landingPage;
    }

    /** {@return the class that answers Windows and browsers, where anything is to be answered} */
    Optional<DriverlessAccess> access() {
        Optional<MsOs20DescriptorSet> windows = winUsb
                ? Optional.of(MsOs20DescriptorSet.winUsb(MsOs20DescriptorSet.DEVICE_INTERFACE_GUID))
                : Optional.empty();
        return winUsb || landingPage.isPresent()
                ? Optional.of(new DriverlessAccess(windows, landingPage))
                : Optional.empty();
    }

    /** Reads the address of a page. */
    static final class PageConverter extends CheckedConverter<URI> {
        @Override
        URI checked(String text) {
            URI page = URI.create(text);
            // It knows what a browser takes, and how long that may be.
            WebUsbUrlDescriptor.of(page).bLength();
            return page;
        }
    }
}
