package usbd4j.stack.udc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import usbd4j.stack.UsbException;
import usbd4j.stack.descriptor.Configuration;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.UsbEndpoint;
import usbd4j.stack.descriptor.UsbInterface;

class ControllerKindTest {
    @ParameterizedTest
    @CsvSource({"dummy_udc, DUMMY", "usbip-vudc, USBIP", "fe980000.usb, OTHER"})
    void isKnownByTheNameInTheEvent(String name, ControllerKind kind, @TempDir Path controller) throws IOException {
        Files.writeString(controller.resolve("uevent"), "USB_UDC_NAME=%s\nUSB_UDC_DRIVER=configfs\n".formatted(name));

        assertThat(ControllerKind.of(controller)).isEqualTo(kind);
    }

    @Test
    void softwareHasNoIsochronousTransfers() {
        Configuration stream = using(UsbEndpoint.isochronousIn(192, 1));

        assertThatNoException().isThrownBy(() -> ControllerKind.OTHER.requireTransferTypes(stream));
        assertThatNoException()
                .isThrownBy(() -> ControllerKind.DUMMY.requireTransferTypes(using(UsbEndpoint.bulkIn())));
        assertThatExceptionOfType(UsbException.class)
                .isThrownBy(() -> ControllerKind.DUMMY.requireTransferTypes(stream))
                .withMessage("interface 0 has isochronous endpoints, and the controller dummy_udc has no isochronous"
                        + " transfers");
    }

    private static Configuration using(UsbEndpoint endpoint) {
        return Descriptors.of(
                        Identity.of(0x1209, 0x0001),
                        List.of(UsbInterface.of(0xFF, 0, 0).with(endpoint)))
                .configuration();
    }
}
