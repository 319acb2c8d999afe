package usbd4j.dfu.mode;

import static org.assertj.core.api.Assertions.assertThat;
import static usbd4j.dfu.mode.ModeHost.bytes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import usbd4j.dfu.DfuState;
import usbd4j.dfu.DfuStatus;
import usbd4j.stack.BusEvent;
import usbd4j.stack.Direction;
import usbd4j.stack.Recipient;
import usbd4j.stack.RequestType;
import usbd4j.stack.SetupPacket;

/** Bus resets, unplugging and a new configuration in DFU mode. */
class BusEventTest {
    private final ModeHost host = ModeHost.ofDevice();

    @ParameterizedTest
    @EnumSource
    void aResetLeavesForRunTimeWithTheOldFirmware(ReachableState state) {
        state.reach(host);
        byte[] before = host.memory.firmware();
        host.usb().reset();

        assertThat(host.leaveCount()).isEqualTo(1);
        assertThat(host.memory.firmware()).isEqualTo(before);
        assertThat(host.memory.incoming()).isZero();
    }

    @Test
    void aResetStaysInDfuModeIfTheFirmwareCannotRun() {
        host.memory.condition = DfuStatus.ERR_FIRMWARE;
        host.usb().reset();

        assertThat(host.leaveCount()).isZero();
        assertThat(host.status()).isEqualTo("errFIRMWARE, dfuERROR");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "IDLE")
    void unpluggingDropsATransfer(ReachableState state) {
        state.reach(host);
        host.usb().happen(BusEvent.DETACHED);

        assertThat(host.state()).isEqualTo(DfuState.DFU_IDLE);
        assertThat(host.leaveCount()).isZero();
        assertThat(host.memory.incoming()).isZero();
    }

    @Test
    void aNewConfigurationSelectsTheFirstMemory() {
        host.setInterface(1);
        host.usb().controlOut(SetupPacket.of(Direction.OUT, RequestType.STANDARD, Recipient.DEVICE, 9, 1, 0, 0));
        host.downloadAndManifest();

        assertThat(host.memory.firmware()).containsExactly(bytes(64, 1));
        assertThat(host.second.firmware()).isNotEqualTo(host.memory.firmware());
    }
}
