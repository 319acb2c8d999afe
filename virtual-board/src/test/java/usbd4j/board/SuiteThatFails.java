package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import usbd4j.junit.DeviceUnderTest;
import usbd4j.junit.UsbDeviceUnderTest;
import usbd4j.stack.example.Thermometer;

/** Somebody's test suite, which {@link HostToolSuitesIT} runs to see what it says when it fails. */
@UsbDeviceUnderTest(usbClass = Thermometer.class, set = "run-time.pid=0x4321")
class SuiteThatFails {
    @BeforeEach
    void theDeviceIsThere(DeviceUnderTest device) {
        assertThat(device.usbfs()).exists();
    }

    @Test
    void waitsInVain(DeviceUnderTest device) {
        device.awaitLine("DNLOAD", Duration.ofMillis(200));
    }

    @Test
    void comparesWhatIsNotEqual(DeviceUnderTest device) {
        assertThat(device.idVendor()).isEqualTo(0x1234);
    }

    @Test
    @UsbDeviceUnderTest(set = "run-time.vidd=1")
    void asksForWhatThereIsNot(DeviceUnderTest device) {
        assertThat(device.idVendor()).isEqualTo(0x1234);
    }

    @Test
    @UsbDeviceUnderTest(required = false)
    void isSkippedWithoutVhci(DeviceUnderTest device) {
        assertThat(device.idVendor()).isEqualTo(0x1209);
    }
}
