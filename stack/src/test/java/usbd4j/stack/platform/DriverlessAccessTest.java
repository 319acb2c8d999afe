package usbd4j.stack.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import usbd4j.stack.Recipient;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.StandardRequest;
import usbd4j.stack.UsbClass;
import usbd4j.stack.descriptor.BosDescriptor;
import usbd4j.stack.descriptor.MsOs20DescriptorSet;
import usbd4j.stack.descriptor.PlatformCapabilityDescriptor;
import usbd4j.stack.descriptor.UsbInterface;
import usbd4j.stack.memory.Host;
import usbd4j.stack.memory.StallException;

class DriverlessAccessTest {
    private static final int VENDOR_IN_DEVICE = 0xC0;

    private static final MsOs20DescriptorSet WINDOWS =
            MsOs20DescriptorSet.winUsb(UUID.fromString("975f44d9-0d08-43fd-8b3e-127ca8afff9d"));
    private static final URI PAGE = URI.create("https://a.org");

    private final DriverlessAccess access = new DriverlessAccess(Optional.of(WINDOWS), Optional.of(PAGE));
    private final UsbClass function = () -> List.of(UsbInterface.of(0xFF, 0, 0));
    private final Host host = Host.attach(function, access);

    @Test
    void windowsGetsItsDescriptorSet() {
        assertThat(host.controlIn(new SetupPacket(VENDOR_IN_DEVICE, 'M', 0, 7, 1024)))
                .isEqualTo(WINDOWS.bytes().array());
    }

    @Test
    void truncatesTheDescriptorSetToWLength() {
        assertThat(host.controlIn(new SetupPacket(VENDOR_IN_DEVICE, 'M', 0, 7, 10)))
                .containsExactly(10, 0, 0, 0, 0, 0, 3, 6, 162, 0);
    }

    @Test
    void aBrowserGetsTheLandingPage() {
        assertThat(host.controlIn(new SetupPacket(VENDOR_IN_DEVICE, 'W', 1, 2, 255)))
                .containsExactly(8, 3, 1, 'a', '.', 'o', 'r', 'g');
    }

    @Test
    void truncatesTheUrlToWLength() {
        assertThat(host.controlIn(new SetupPacket(VENDOR_IN_DEVICE, 'W', 1, 2, 4)))
                .containsExactly(8, 3, 1, 'a');
    }

    @ParameterizedTest
    @CsvSource({
        "0xC0, 0x4D, 0, 8, request of Windows for something else",
        "0xC0, 0x57, 0, 7, request of Windows by the code of browsers",
        "0xC0, 0x57, 0, 2, landing page 0",
        "0xC0, 0x57, 2, 2, landing page behind the last",
        "0xC0, 0x57, 1, 1, request of a browser for something else",
        "0xC0, 0x4D, 1, 2, request of a browser by the code of Windows",
        "0xC1, 0x4D, 0, 7, to an interface",
        "0xC2, 0x57, 1, 2, to an endpoint",
        "0xA0, 0x4D, 0, 7, class request",
        "0x80, 0x57, 1, 2, standard request",
        "0x40, 0x4D, 0, 7, OUT request of Windows",
        "0x40, 0x57, 1, 2, OUT request of a browser"
    })
    void answersNothingElse(int bmRequestType, int bRequest, int wValue, int wIndex, String what) {
        SetupPacket setup = new SetupPacket(bmRequestType, bRequest, wValue, wIndex, 0);

        assertThatExceptionOfType(StallException.class).as(what).isThrownBy(() -> host.control(setup));
    }

    @Test
    void stallsGetUrlWithoutALandingPage() {
        Host other = Host.attach(function, new DriverlessAccess(Optional.of(WINDOWS), Optional.empty()));

        assertThatExceptionOfType(StallException.class)
                .isThrownBy(() -> other.controlIn(new SetupPacket(VENDOR_IN_DEVICE, 'W', 1, 2, 255)));
    }

    @Test
    void stallsTheDescriptorSetRequestWithoutADescriptorSet() {
        Host other = Host.attach(function, new DriverlessAccess(Optional.empty(), Optional.of(PAGE)));

        assertThatExceptionOfType(StallException.class)
                .isThrownBy(() -> other.controlIn(new SetupPacket(VENDOR_IN_DEVICE, 'M', 0, 7, 255)));
    }

    @Test
    void showsACapabilityForEachPlatform() {
        assertThat(access.capabilities())
                .containsExactly(
                        PlatformCapabilityDescriptor.webUsb('W', 1),
                        PlatformCapabilityDescriptor.msOs20(0x06030000, 162, 'M'));
    }

    @Test
    void aHostFindsTheCapabilitiesInTheBos() {
        byte[] bos = host.controlIn(StandardRequest.GET_DESCRIPTOR.setup(Recipient.DEVICE, 0x0F00, 0, 255));

        assertThat(bos)
                .isEqualTo(new BosDescriptor(access.capabilities()).bytes().array());
        assertThat(host.descriptors().device().bcdUSB()).isEqualTo(0x0201);
    }

    @Test
    void hasNoCapabilityForAnUnsupportedPlatform() {
        assertThat(new DriverlessAccess(Optional.empty(), Optional.empty()).capabilities())
                .isEmpty();
    }

    @Test
    void hasNoInterfaces() {
        assertThat(access.interfaces()).isEmpty();
    }

    @Test
    void refusesALandingPageThatIsNotAWebPage() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DriverlessAccess(Optional.empty(), Optional.of(URI.create("ftp://a.org"))))
                .withMessageContaining("\"ftp://a.org\" is not a web address");
    }
}
