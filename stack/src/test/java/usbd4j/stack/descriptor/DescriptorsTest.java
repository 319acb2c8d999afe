package usbd4j.stack.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DescriptorsTest {
    private static final Optional<UsbString> NO_STRING = Optional.empty();

    @Test
    void deviceDescriptorHasTheIdentity() {
        DeviceDescriptor device = Descriptors.of(
                        new Identity(0x1209, 0x0001, 0x0123, string("maker"), string("board"), string("0001")),
                        List.of())
                .device();

        assertThat(device).isEqualTo(new DeviceDescriptor(0x0200, 0, 0, 0, 64, 0x1209, 0x0001, 0x0123, 1, 2, 3, 1));
    }

    @Test
    void deviceWithoutStringsPointsToNone() {
        DeviceDescriptor device =
                Descriptors.of(Identity.of(0x1209, 0x0001), List.of()).device();

        assertThat(List.of(device.iManufacturer(), device.iProduct(), device.iSerialNumber()))
                .containsExactly(0, 0, 0);
    }

    @Test
    void anAbsentStringTakesNoIndex() {
        DeviceDescriptor device = Descriptors.of(
                        new Identity(0x1209, 0x0001, 0x0100, string("maker"), NO_STRING, string("0001")), List.of())
                .device();

        assertThat(List.of(device.iManufacturer(), device.iProduct(), device.iSerialNumber()))
                .containsExactly(1, 0, 2);
    }

    @Test
    void deviceAndInterfacesShareOneStringTable() {
        UsbInterface named = UsbInterface.of(AlternateSetting.of(0xFF, 0, 0).named(string("function")));
        Descriptors descriptors = Descriptors.of(
                new Identity(0x1209, 0x0001, 0x0100, string("maker"), NO_STRING, NO_STRING), List.of(named));

        assertThat(descriptors.strings().strings()).containsExactly(UsbString.of("maker"), UsbString.of("function"));
        assertThat(descriptors
                        .configuration()
                        .interfaces()
                        .get(0)
                        .settings()
                        .get(0)
                        .descriptor()
                        .iInterface())
                .isEqualTo(2);
    }

    private static Optional<UsbString> string(String text) {
        return Optional.of(UsbString.of(text));
    }
}
