package usbd4j.stack.platform;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import usbd4j.stack.Direction;
import usbd4j.stack.Recipient;
import usbd4j.stack.Reply;
import usbd4j.stack.RequestType;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.UsbClass;
import usbd4j.stack.descriptor.DeviceCapability;
import usbd4j.stack.descriptor.MsOs20DescriptorSet;
import usbd4j.stack.descriptor.PlatformCapabilityDescriptor;
import usbd4j.stack.descriptor.UsbInterface;
import usbd4j.stack.descriptor.WebUsbUrlDescriptor;

/**
 * Answers the vendor requests for the Microsoft OS 2.0 descriptor set (Windows) and the WebUSB landing page (browsers). It
 * has no interfaces. List it after the device's functions, so that requests are offered to them first.
 *
 * <p>A host sends these requests only if the BOS descriptor has {@link #capabilities}. With FunctionFS the kernel generates
 * the BOS descriptor; use the gadget's configfs attributes {@code os_desc} and {@code webusb} instead.
 */
public final class DriverlessAccess implements UsbClass {
    /** bMS_VendorCode: bRequest of the Microsoft OS 2.0 requests. */
    public static final int MS_VENDOR_CODE = 'M';
    /** bVendorCode: bRequest of the WebUSB requests. */
    public static final int WEB_USB_VENDOR_CODE = 'W';

    private static final int MS_OS_20_DESCRIPTOR_INDEX = 7;
    private static final int GET_URL = 2;
    private static final int LANDING_PAGE = 1;

    private final Optional<MsOs20DescriptorSet> windows;
    private final Optional<WebUsbUrlDescriptor> landingPage;

    /**
     * Creates the class.
     *
     * @param windows the Microsoft OS 2.0 descriptor set, or empty for none
     * @param landingPage the WebUSB landing page, an http or https URL with at most 252 bytes of UTF-8 after the scheme, or
     *     empty for none
     * @throws IllegalArgumentException if the landing page has another scheme or is too long
     */
    public DriverlessAccess(Optional<MsOs20DescriptorSet> windows, Optional<URI> landingPage) {
        this.windows = windows;
        this.landingPage = landingPage.map(WebUsbUrlDescriptor::of);
    }

    /** {@return the platform capabilities, WebUSB first; none for a platform that is not supported} */
    @Override
    public List<DeviceCapability> capabilities() {
        List<DeviceCapability> capabilities = new ArrayList<>();
        if (landingPage.isPresent()) {
            capabilities.add(PlatformCapabilityDescriptor.webUsb(WEB_USB_VENDOR_CODE, LANDING_PAGE));
        }
        windows.ifPresent(set -> capabilities.add(
                PlatformCapabilityDescriptor.msOs20(set.dwWindowsVersion(), set.totalLength(), MS_VENDOR_CODE)));
        return capabilities;
    }

    @Override
    public List<UsbInterface> interfaces() {
        return List.of();
    }

    @Override
    public Optional<Reply> control(SetupPacket setup, Instant now) {
        if (!setup.is(RequestType.VENDOR, Recipient.DEVICE) || setup.direction() != Direction.IN) {
            return Optional.empty();
        }
        return answer(setup).map(Reply::data);
    }

    private Optional<ByteBuffer> answer(SetupPacket setup) {
        if (setup.bRequest() == MS_VENDOR_CODE && setup.wIndex() == MS_OS_20_DESCRIPTOR_INDEX) {
            return windows.map(MsOs20DescriptorSet::bytes);
        }
        boolean landingPageIsAskedFor =
                setup.bRequest() == WEB_USB_VENDOR_CODE && setup.wIndex() == GET_URL && setup.wValue() == LANDING_PAGE;
        return landingPageIsAskedFor ? landingPage.map(WebUsbUrlDescriptor::bytes) : Optional.empty();
    }
}
