package usbd4j.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static usbd4j.stack.DeviceState.ADDRESS;
import static usbd4j.stack.DeviceState.CONFIGURED;
import static usbd4j.stack.DeviceState.DEFAULT;

import org.junit.jupiter.api.Test;
import usbd4j.stack.descriptor.Speed;
import usbd4j.stack.memory.Host;
import usbd4j.stack.memory.StallException;

/** What the host's choice of configurations and alternate settings does to the device (USB 2.0, 9.1.1 and 9.4). */
class ConfiguringTest {
    private final Chapter9Device device = new Chapter9Device();

    @Test
    void tellsOnlyTheClassesOfTheSelectedConfiguration() {
        Host host = device.in(ADDRESS);
        host.configure(2);

        assertThat(device.first.told).isEmpty();
        assertThat(device.second.told).containsExactly("CONFIGURED");
    }

    @Test
    void selectingAnotherConfigurationLeavesThePreviousOne() {
        device.in(CONFIGURED).control(setConfiguration(2));

        assertThat(device.first.told).containsExactly("CONFIGURED", "DECONFIGURED");
        assertThat(device.second.told).containsExactly("CONFIGURED");
    }

    @Test
    void selectingTheSameConfigurationResetsIt() {
        Host host = device.in(CONFIGURED);
        host.control(setInterface(0, 1));
        host.control(setConfiguration(1));

        assertThat(device.first.told)
                .containsExactly("CONFIGURED", "interface 0: setting 1", "DECONFIGURED", "CONFIGURED");
        assertThat(host.control(getInterface(0))).containsExactly(0);
    }

    @Test
    void getConfigurationReturnsTheCurrentValue() {
        Host host = device.in(ADDRESS);
        host.configure(2);

        assertThat(host.control(getConfiguration())).containsExactly(2);
    }

    @Test
    void aBusResetDeconfiguresTheDevice() {
        Host host = device.in(CONFIGURED);
        host.happen(BusEvent.RESET);

        assertThat(host.control(getConfiguration())).containsExactly(0);
        assertThat(device.first.told).containsExactly("CONFIGURED", "RESET");
    }

    @Test
    void aBusResetReturnsToAlternateSetting0() {
        Host host = device.in(CONFIGURED);
        host.control(setInterface(0, 1));
        host.reset();

        assertThat(host.control(getInterface(0))).containsExactly(0);
    }

    @Test
    void stallsRequestsToEndpointsOfAnotherConfiguration() {
        Host host = device.in(CONFIGURED);

        assertThatIllegalArgumentException().isThrownBy(() -> host.write(0x01, (byte) 1));
    }

    @Test
    void stallsEndpointRequestsWhileNotConfigured() {
        Host host = device.in(ADDRESS);

        assertThatIllegalStateException().isThrownBy(() -> host.read(0x82, 512));
    }

    @Test
    void tellsTheClassItsAlternateSetting() {
        device.in(CONFIGURED).control(setInterface(0, 1));

        assertThat(device.first.told).containsExactly("CONFIGURED", "interface 0: setting 1");
    }

    @Test
    void getInterfaceReturnsTheCurrentSetting() {
        Host host = device.in(CONFIGURED);
        host.control(setInterface(0, 1));

        assertThat(host.control(getInterface(0))).containsExactly(1);
    }

    @Test
    void enablesTheEndpointsOfTheSelectedSetting() {
        Host host = device.in(CONFIGURED);
        device.first.endpoints.get(0).transfer(3, sent -> {}).submit();
        host.control(setInterface(0, 1));

        assertThat(host.read(0x81, 512)).hasSize(3);
    }

    @Test
    void disablesTheEndpointsOfThePreviousSetting() {
        Host host = device.in(CONFIGURED);
        host.control(setInterface(0, 1));
        Transfer transfer = device.first.endpoints.get(0).transfer(3, dropped -> {});
        transfer.submit();
        host.control(setInterface(0, 0));

        assertThat(transfer.isPending()).isFalse();
        assertThat(transfer.outcome()).isEqualTo(Outcome.DROPPED);
        assertThatIllegalArgumentException().isThrownBy(() -> host.read(0x81, 512));
    }

    @Test
    void aBusResetKeepsTransfersThatWaitForAnAlternateSetting() {
        Host host = device.in(CONFIGURED);
        Transfer waiting = device.first.endpoints.get(0).transfer(3, over -> {});
        waiting.submit();
        host.reset();
        host.control(setInterface(0, 1));

        assertThat(host.read(0x81, 512)).hasSize(3);
    }

    @Test
    void aHostHaltsAndClearsAnEndpoint() {
        Host host = device.in(CONFIGURED);
        device.first.endpoints.get(1).transfer(3, sent -> {}).submit();
        host.control(StandardRequest.SET_FEATURE.setup(Recipient.ENDPOINT, 0, 0x82, 0));

        assertThatExceptionOfType(StallException.class).isThrownBy(() -> host.read(0x82, 512));
        assertThat(host.control(endpointStatus(0x82))).containsExactly(1, 0);

        host.clearHalt(0x82);

        assertThat(host.control(endpointStatus(0x82))).containsExactly(0, 0);
        assertThat(host.read(0x82, 512)).hasSize(3);
    }

    @Test
    void setInterfaceClearsHalts() {
        Host host = device.in(CONFIGURED);
        host.control(setInterface(0, 1));
        device.first.endpoints.get(0).halt();
        host.control(setInterface(0, 1));

        assertThat(host.control(endpointStatus(0x81))).containsExactly(0, 0);
    }

    @Test
    void setConfigurationClearsHalts() {
        Host host = device.in(CONFIGURED);
        device.first.endpoints.get(1).halt();
        host.control(setConfiguration(1));

        assertThat(host.control(endpointStatus(0x82))).containsExactly(0, 0);
    }

    @Test
    void setsTheAddressAfterTheStatusStage() {
        Host host = device.in(DEFAULT);
        host.controlAbandoned(StandardRequest.SET_ADDRESS.setup(Recipient.DEVICE, 5, 0, 0));
        host.configure(1);

        assertThat(host.control(getConfiguration())).containsExactly(1);
    }

    @Test
    void wakesUpAHostThatEnabledRemoteWakeUp() {
        Host host = device.in(CONFIGURED);
        host.control(StandardRequest.SET_FEATURE.setup(Recipient.DEVICE, 1, 0, 0));
        host.happen(BusEvent.SUSPENDED);

        assertThat(host.control(deviceStatus()))
                .as("self-powered, remote wake-up")
                .containsExactly(3, 0);
        assertThat(host.device().wakeUpHost()).isTrue();
        host.control(deviceStatus());
        assertThat(device.first.told).containsExactly("CONFIGURED", "SUSPENDED", "RESUMED");
    }

    @Test
    void doesNotWakeUpAHostWithoutRemoteWakeUp() {
        Host host = device.in(CONFIGURED);
        host.happen(BusEvent.SUSPENDED);

        assertThat(host.device().wakeUpHost()).isFalse();
    }

    @Test
    void aBusResetDisablesRemoteWakeUp() {
        Host host = device.in(CONFIGURED);
        host.control(StandardRequest.SET_FEATURE.setup(Recipient.DEVICE, 1, 0, 0));
        host.reset();

        assertThat(host.control(deviceStatus())).containsExactly(1, 0);
    }

    @Test
    void stallsRemoteWakeUpIfNotSupported() {
        Host host = device.in(ADDRESS);
        host.configure(2);

        assertThatExceptionOfType(StallException.class)
                .isThrownBy(() -> host.control(StandardRequest.SET_FEATURE.setup(Recipient.DEVICE, 1, 0, 0)));
    }

    @Test
    void atFullSpeedTheConfigurationIsThatOfFullSpeed() {
        Host host = device.connected(Speed.FULL);

        assertThat(host.control(descriptor(0x0201)))
                .isEqualTo(host.descriptors()
                        .configurations()
                        .get(1)
                        .bytes(Speed.FULL)
                        .array());
    }

    @Test
    void atFullSpeedTheOtherSpeedIsHigh() {
        Host host = device.connected(Speed.FULL);
        byte[] expected =
                host.descriptors().configurations().get(1).bytes(Speed.HIGH).array();
        expected[1] = 7;

        assertThat(host.control(descriptor(0x0701))).isEqualTo(expected);
    }

    private static SetupPacket setConfiguration(int value) {
        return StandardRequest.SET_CONFIGURATION.setup(Recipient.DEVICE, value, 0, 0);
    }

    private static SetupPacket getConfiguration() {
        return StandardRequest.GET_CONFIGURATION.setup(Recipient.DEVICE, 0, 0, 1);
    }

    private static SetupPacket setInterface(int number, int setting) {
        return StandardRequest.SET_INTERFACE.setup(Recipient.INTERFACE, setting, number, 0);
    }

    private static SetupPacket getInterface(int number) {
        return StandardRequest.GET_INTERFACE.setup(Recipient.INTERFACE, 0, number, 1);
    }

    private static SetupPacket deviceStatus() {
        return StandardRequest.GET_STATUS.setup(Recipient.DEVICE, 0, 0, 2);
    }

    private static SetupPacket endpointStatus(int bEndpointAddress) {
        return StandardRequest.GET_STATUS.setup(Recipient.ENDPOINT, 0, bEndpointAddress, 2);
    }

    private static SetupPacket descriptor(int wValue) {
        return StandardRequest.GET_DESCRIPTOR.setup(Recipient.DEVICE, wValue, 0, 255);
    }
}
