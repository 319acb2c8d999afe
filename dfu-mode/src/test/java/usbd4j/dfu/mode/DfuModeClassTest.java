package usbd4j.dfu.mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static usbd4j.dfu.mode.ModeHost.bytes;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import usbd4j.dfu.DfuAttributes;
import usbd4j.dfu.DfuFunctionalDescriptor;
import usbd4j.dfu.DfuRequest;
import usbd4j.dfu.DfuState;
import usbd4j.dfu.DfuStatus;
import usbd4j.stack.BusEvent;
import usbd4j.stack.Direction;
import usbd4j.stack.Recipient;
import usbd4j.stack.RequestType;
import usbd4j.stack.SetupPacket;

/** Whole ways through the states. */
class DfuModeClassTest {
    private final ModeHost host = ModeHost.ofDevice();

    @Test
    void aDownloadBecomesTheFirmware() {
        host.downloadWhole(0, bytes(64, 1));
        host.downloadWhole(1, bytes(64, 2));
        host.downloadWhole(2, bytes(3, 3));
        host.download(3);
        assertThat(host.status()).isEqualTo("OK, dfuMANIFEST, ask again in 100 ms");
        host.advance(100);

        assertThat(host.status()).isEqualTo("OK, dfuIDLE");
        assertThat(host.memory.firmware()).hasSize(131).startsWith(1).endsWith(2, 3, 3, 3);
        assertThat(host.timesLeft()).isZero();
    }

    @Test
    void anUploadEndsWithAShortBlock() {
        assertThat(host.upload(7, 64)).hasSize(64).startsWith(0, 1, 2);
        for (int i = 8; i < 22; i++) {
            assertThat(host.upload(i, 64)).hasSize(64);
        }
        assertThat(host.state()).isEqualTo(DfuState.DFU_UPLOAD_IDLE);
        assertThat(host.upload(22, 64)).hasSize(40).endsWith((byte) 999);
        assertThat(host.state()).isEqualTo(DfuState.DFU_IDLE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 65535})
    void aBlockThatIsNotDueIsRefusedWithErrAddress(int wBlockNum) {
        host.downloadWhole(0, bytes(64, 1));
        host.stalled(DfuRequest.DNLOAD.setup(0, wBlockNum, 64));

        assertThat(host.status()).isEqualTo("errADDRESS, dfuERROR");
        assertThat(host.memory.incoming()).isZero();
    }

    @Test
    void anUploadOfABlockThatIsNotDueIsRefusedWithErrAddress() {
        host.upload(0, 64);
        host.stalled(DfuRequest.UPLOAD.setup(0, 2, 64));

        assertThat(host.status()).isEqualTo("errADDRESS, dfuERROR");
    }

    @Test
    void blockNumbersWrap() {
        host.downloadWhole(65535, bytes(64, 1));
        host.downloadWhole(0, bytes(64, 2));
        host.abort();
        host.upload(65535, 64);

        assertThat(host.upload(0, 64)).startsWith(64, 65);
    }

    @Test
    void whatProgrammingFindsIsToldWhenItIsOver() {
        host.memory.programming = DfuStatus.ERR_PROG;
        host.download(0, bytes(64, 1));
        assertThat(host.status()).isEqualTo("OK, dfuDNBUSY, ask again in 50 ms");
        host.advance(50);

        assertThat(host.status()).isEqualTo("errPROG, dfuERROR");
        host.clearStatus();
        assertThat(host.status()).isEqualTo("OK, dfuIDLE");
    }

    @Test
    void aBlockThatTakesNoTimeNeedsOneGetStatus() {
        host.memory.programmingTime = Duration.ZERO;
        host.download(0, bytes(64, 1));

        assertThat(host.status()).isEqualTo("OK, dfuDNLOAD-IDLE");
    }

    @Test
    void aHostThatAsksLateIsToldWhatIsLeft() {
        host.download(0, bytes(64, 1));
        host.advance(20);

        assertThat(host.status()).isEqualTo("OK, dfuDNBUSY, ask again in 30 ms");
    }

    @Test
    void aDownloadThatIsNotCompleteIsRefusedWithErrNotDone() {
        host.memory.isComplete = false;
        host.downloadWhole(0, bytes(64, 1));
        host.stalled(DfuRequest.DNLOAD.setup(0, 1, 0));

        assertThat(host.status()).isEqualTo("errNOTDONE, dfuERROR");
    }

    @Test
    void manifestationThatFailsIsTold() {
        host.memory.manifestation = DfuStatus.ERR_VERIFY;
        host.downloadWhole(0, bytes(64, 1));
        host.download(1);
        host.status();
        host.advance(100);

        assertThat(host.status()).isEqualTo("errVERIFY, dfuERROR");
        assertThat(host.memory.firmware()).hasSize(1000);
    }

    @Test
    void manifestationThatTakesNoTimeIsOverWithTheAnswer() {
        host.memory.manifestationTime = Duration.ZERO;
        host.downloadWhole(0, bytes(64, 1));
        host.download(1);

        assertThat(host.status()).isEqualTo("OK, dfuIDLE");
        assertThat(host.memory.firmware()).containsExactly(bytes(64, 1));
    }

    @Test
    void manifestationThatTakesNoTimeAndFailsIsTold() {
        host.memory.manifestationTime = Duration.ZERO;
        host.memory.manifestation = DfuStatus.ERR_VERIFY;
        host.downloadWhole(0, bytes(64, 1));
        host.download(1);

        assertThat(host.status()).isEqualTo("errVERIFY, dfuERROR");
    }

    @Test
    void manifestationOfAnIntolerantDeviceIsToldThoughItTakesNoTime() {
        ModeHost intolerant = ModeHost.ofIntolerantDevice(true);
        intolerant.memory.manifestationTime = Duration.ZERO;
        intolerant.downloadWhole(0, bytes(64, 1));
        intolerant.download(1);

        assertThat(intolerant.status()).isEqualTo("OK, dfuMANIFEST");
        assertThat(intolerant.memory.firmware()).containsExactly(bytes(64, 1));
    }

    @Test
    void afterManifestationItWaitsForAReset() {
        ModeHost intolerant = manifested(ModeHost.ofIntolerantDevice(false));
        for (DfuRequest request : DfuRequest.values()) {
            intolerant.stalled(request.setup(0, 0, 0));
        }
        assertThat(intolerant.state()).isEqualTo(DfuState.DFU_MANIFEST_WAIT_RESET);
        assertThat(intolerant.timesLeft()).isZero();
        intolerant.usb().reset();

        assertThat(intolerant.timesLeft()).isEqualTo(1);
    }

    @Test
    void afterManifestationItLeavesByItself() {
        ModeHost intolerant = manifested(ModeHost.ofIntolerantDevice(true));

        assertThat(intolerant.timesLeft()).isEqualTo(1);
        assertThat(intolerant.memory.firmware()).containsExactly(bytes(64, 1));
    }

    @Test
    void manifestationThatFailsLeavesAnIntolerantDeviceInError() {
        ModeHost intolerant = ModeHost.ofIntolerantDevice(true);
        intolerant.memory.manifestation = DfuStatus.ERR_VERIFY;
        manifested(intolerant);

        assertThat(intolerant.timesLeft()).isZero();
        assertThat(intolerant.status()).isEqualTo("errVERIFY, dfuERROR");
    }

    private static ModeHost manifested(ModeHost host) {
        host.downloadWhole(0, bytes(64, 1));
        host.download(1);
        assertThat(host.status()).isEqualTo("OK, dfuMANIFEST, ask again in 100 ms");
        host.advance(100);
        return host;
    }

    @ParameterizedTest
    @EnumSource
    void aResetInAnyStateLeavesForRunTimeWithTheFirmwareThatIsWhole(Given state) {
        state.bring(host);
        byte[] before = host.memory.firmware();
        host.usb().reset();

        assertThat(host.timesLeft()).isEqualTo(1);
        assertThat(host.memory.firmware()).isEqualTo(before);
        assertThat(host.memory.incoming()).isZero();
    }

    @Test
    void aResetWithFirmwareThatCannotRunStaysInDfuMode() {
        host.memory.condition = DfuStatus.ERR_FIRMWARE;
        host.usb().reset();

        assertThat(host.timesLeft()).isZero();
        assertThat(host.status()).isEqualTo("errFIRMWARE, dfuERROR");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "IDLE")
    void anUnplugForgetsWhatWasUnderWay(Given state) {
        state.bring(host);
        host.usb().happen(BusEvent.DETACHED);

        assertThat(host.state()).isEqualTo(DfuState.DFU_IDLE);
        assertThat(host.timesLeft()).isZero();
        assertThat(host.memory.incoming()).isZero();
    }

    @Test
    void whatIsNoClassRequestChangesNothing() {
        host.stalled(SetupPacket.of(Direction.OUT, RequestType.VENDOR, Recipient.INTERFACE, 1, 0, 0, 0));
        host.stalled(SetupPacket.of(Direction.OUT, RequestType.CLASS, Recipient.DEVICE, 1, 0, 0, 0));

        assertThat(host.state()).isEqualTo(DfuState.DFU_IDLE);
    }

    @Test
    void eachAlternateSettingIsAMemory() {
        host.usb().controlOut(SetupPacket.of(Direction.OUT, RequestType.STANDARD, Recipient.INTERFACE, 11, 1, 0, 0));
        manifested(host);

        assertThat(host.second.firmware()).containsExactly(bytes(64, 1));
        assertThat(host.memory.firmware()).hasSize(1000);
    }

    @Test
    void theAlternateSettingInUseChosenOnceMoreChangesNothing() {
        host.stalled(DfuRequest.DNLOAD.setup(0, 0, 65));
        host.usb().controlOut(SetupPacket.of(Direction.OUT, RequestType.STANDARD, Recipient.INTERFACE, 11, 0, 0, 0));

        assertThat(host.status()).isEqualTo("errSTALLEDPKT, dfuERROR");
    }

    @Test
    void anotherAlternateSettingBeginsAnew() {
        host.downloadWhole(0, bytes(64, 1));
        host.usb().controlOut(SetupPacket.of(Direction.OUT, RequestType.STANDARD, Recipient.INTERFACE, 11, 1, 0, 0));

        assertThat(host.status()).isEqualTo("OK, dfuIDLE");
        assertThat(host.memory.incoming()).isZero();
    }

    @Test
    void aNewConfigurationBeginsWithTheFirstMemory() {
        host.usb().controlOut(SetupPacket.of(Direction.OUT, RequestType.STANDARD, Recipient.INTERFACE, 11, 1, 0, 0));
        host.usb().controlOut(SetupPacket.of(Direction.OUT, RequestType.STANDARD, Recipient.DEVICE, 9, 1, 0, 0));
        manifested(host);

        assertThat(host.memory.firmware()).containsExactly(bytes(64, 1));
        assertThat(host.second.firmware()).isNotEqualTo(host.memory.firmware());
    }

    @Test
    void theFunctionalDescriptorFollowsTheLastAlternateSetting() {
        byte[] configuration = host.usb()
                .controlIn(SetupPacket.of(Direction.IN, RequestType.STANDARD, Recipient.DEVICE, 6, 0x0200, 0, 255));

        assertThat(configuration)
                .hasSize(36)
                .containsSubsequence(9, 4, 0, 0, 0, 0xFE, 1, 2)
                .endsWith(9, 0x21, 0x07, 0xE8, 0x03, 0x40, 0x00, 0x10, 0x01);
    }

    @Test
    void aDeviceWithoutMemoryIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DfuModeClass(
                        new DfuFunctionalDescriptor(new DfuAttributes(true, true, true, false), 1000, 64, 0x0110),
                        DfuModeOptions.SPECIFICATION,
                        List.of(),
                        () -> {}))
                .withMessageContaining("memory");
    }
}
