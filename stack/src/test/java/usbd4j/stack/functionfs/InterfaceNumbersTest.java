package usbd4j.stack.functionfs;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import usbd4j.stack.UsbException;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.UsbInterface;

class InterfaceNumbersTest {
    private static final UsbInterface ANY = UsbInterface.of(0xFF, 0, 0);

    @Test
    void thoseThatTheKernelGivesAreTaken() {
        assertThatCode(() -> require(ANY, ANY.at(1), ANY)).doesNotThrowAnyException();
    }

    @Test
    void anyOtherIsRefused() {
        assertThatExceptionOfType(UsbException.class)
                .isThrownBy(() -> require(ANY, ANY.at(3)))
                .withMessage(
                        "interface 1 of the device must have number 3: its class asks for that number, but FunctionFS numbers interfaces in the order of declaration");
    }

    private static void require(UsbInterface... interfaces) {
        InterfaceNumbers.require(Descriptors.of(Identity.of(0x1209, 0x0001), List.of(interfaces))
                .configuration()
                .interfaces());
    }
}
