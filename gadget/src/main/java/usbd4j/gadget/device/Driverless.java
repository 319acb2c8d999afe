package usbd4j.gadget.device;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import usbd4j.stack.UsbClass;
import usbd4j.stack.descriptor.MsOs20DescriptorSet;
import usbd4j.stack.platform.DriverlessAccess;

/**
 * What makes Windows and browsers take a persona without a driver of its own.
 *
 * @param winUsb whether Windows binds WinUSB by itself (Microsoft OS descriptors)
 * @param landingPage the page that browsers offer to open (WebUSB)
 */
public record Driverless(boolean winUsb, Optional<URI> landingPage) {
    /** Neither. */
    public static final Driverless NONE = new Driverless(false, Optional.empty());

    /**
     * {@return whether neither is told anything} Not by equals: that of a record takes a small board a tenth of a second, the first
     * time.
     */
    public boolean isNone() {
        return !winUsb && landingPage.isEmpty();
    }

    /**
     * {@return what answers the platforms' requests; empty if there is nothing to answer}
     *
     * @param interfaces the numbers of the interfaces that Windows has no driver for: all that the device has
     */
    public Optional<UsbClass> access(List<Integer> interfaces) {
        if (isNone()) {
            return Optional.empty();
        }
        Optional<MsOs20DescriptorSet> windows = winUsb ? Optional.of(descriptors(interfaces)) : Optional.empty();
        return Optional.of(new DriverlessAccess(windows, landingPage));
    }

    /** Windows makes a device of its own of each interface where there are several. */
    private static MsOs20DescriptorSet descriptors(List<Integer> interfaces) {
        return interfaces.size() == 1
                ? MsOs20DescriptorSet.winUsb(MsOs20DescriptorSet.DEVICE_INTERFACE_GUID)
                : MsOs20DescriptorSet.winUsb(MsOs20DescriptorSet.DEVICE_INTERFACE_GUID, interfaces);
    }
}
