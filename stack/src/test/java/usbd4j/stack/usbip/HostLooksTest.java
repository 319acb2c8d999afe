package usbd4j.stack.usbip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import usbd4j.stack.Recipient;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.StandardRequest;

class HostLooksTest {
    private final HostLooks looks = new HostLooks();

    @BeforeEach
    void attach() {
        looks.attached();
    }

    private static SetupPacket look(int wLength) {
        return StandardRequest.GET_DESCRIPTOR.setup(Recipient.DEVICE, 0x0100, 0, wLength);
    }

    private boolean configure() {
        return looks.afterReset(StandardRequest.SET_CONFIGURATION.setup(Recipient.DEVICE, 1, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 64})
    void theFirstLookAtAConfiguredDeviceComesAfterAReset(int wLength) {
        assertThat(looks.afterReset(look(wLength))).isFalse();
        assertThat(configure()).isFalse();

        assertThat(looks.afterReset(look(wLength))).isTrue();
        assertThat(looks.afterReset(look(wLength))).as("a second try").isFalse();
    }

    @Test
    void aProgramThatReadsTheDeviceDescriptorDoesNotReset() {
        configure();

        assertThat(looks.afterReset(look(18))).isFalse();
    }

    @Test
    void aDeviceThatIsPluggedInAnewIsNew() {
        configure();
        looks.attached();

        assertThat(looks.afterReset(look(64))).isFalse();
    }
}
