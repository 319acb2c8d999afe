package usbd4j.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import usbd4j.stack.descriptor.Speed;
import usbd4j.stack.memory.Host;
import usbd4j.stack.memory.StallException;

/** What a host reads and sends at super speed only (USB 3.2, chapter 9). */
class SuperSpeedTest {
    private static final SetupPacket SET_SEL = StandardRequest.SET_SEL.setup(Recipient.DEVICE, 0, 0, 6);
    private static final SetupPacket SET_ISOCH_DELAY =
            StandardRequest.SET_ISOCH_DELAY.setup(Recipient.DEVICE, 40, 0, 0);

    private final Host host = new Chapter9Device().connected(Speed.SUPER);

    @Test
    void theDeviceIsOneOfUsb3WhoseEndpointZeroHas512Bytes() {
        assertThat(host.control(descriptor(0x0100))).startsWith(18, 1, 0x20, 0x03, 0, 0, 0, 9, 0x09, 0x12);
    }

    @Test
    void itHasABosDescriptor() {
        assertThat(host.control(descriptor(0x0F00)))
                .containsExactly(
                        5, // bLength
                        15, // bDescriptorType
                        22, // wTotalLength
                        0, 2, // bNumDeviceCaps
                        7, // bLength
                        16, // bDescriptorType
                        2, // bDevCapabilityType: USB 2.0 extension
                        0x02, // bmAttributes
                        0, 0, 0, 10, // bLength
                        16, // bDescriptorType
                        3, // bDevCapabilityType: SuperSpeed USB
                        0, // bmAttributes
                        0x0E, // wSpeedsSupported
                        0, 1, // bFunctionalitySupport
                        0, // bU1DevExitLat
                        0, // wU2DevExitLat
                        0);
    }

    @Test
    void itsEndpointsHaveCompanions() {
        assertThat(host.control(descriptor(0x0201)))
                .containsExactly(
                        9, 2, 31, 0, 1, 2, 0, 0x80, 13, // 13 units of 8 mA
                        9, 4, 0, 0, 1, 0xFF, 0, 3, 0, //
                        7, 5, 0x01, 2, 0x00, 0x04, 0, //
                        6, 48, 0, 0, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x0600, 0x0700})
    void itHasNoOtherSpeed(int wValue) {
        assertStalls(host, descriptor(wValue));
    }

    @Test
    void latenciesAndDelaysAreTaken() {
        assertThat(host.control(SET_SEL, new byte[6])).isEmpty();
        assertThat(host.control(SET_ISOCH_DELAY)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SUPER")
    void noOtherSpeedHasThem(Speed speed) {
        Host slower = new Chapter9Device().connected(speed);

        assertStalls(slower, SET_ISOCH_DELAY);
        assertThatExceptionOfType(StallException.class).isThrownBy(() -> slower.control(SET_SEL, new byte[6]));
    }

    private static void assertStalls(Host host, SetupPacket setup) {
        assertThatExceptionOfType(StallException.class).isThrownBy(() -> host.control(setup));
    }

    private static SetupPacket descriptor(int wValue) {
        return StandardRequest.GET_DESCRIPTOR.setup(Recipient.DEVICE, wValue, 0, 255);
    }
}
