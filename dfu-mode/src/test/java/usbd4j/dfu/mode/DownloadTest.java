package usbd4j.dfu.mode;

import static org.assertj.core.api.Assertions.assertThat;
import static usbd4j.dfu.mode.ModeHost.bytes;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import usbd4j.dfu.DfuRequest;
import usbd4j.dfu.DfuState;
import usbd4j.dfu.DfuStatus;
import usbd4j.stack.Direction;
import usbd4j.stack.Recipient;
import usbd4j.stack.RequestType;
import usbd4j.stack.SetupPacket;

/** Blocks of downloads and uploads. */
class DownloadTest {
    private final ModeHost host = ModeHost.ofDevice();

    @Test
    void aRequestDoesNotKeepADeviceFromResetting() {
        host.memory.resets = true;
        host.download(0, bytes(64, 1));
        host.stalled(DfuRequest.ABORT.setup(0, 0, 0));
        host.advance(50);

        assertThat(host.leaveCount()).isEqualTo(1);
    }

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
        assertThat(host.leaveCount()).isZero();
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
    void downloadingTheWrongBlockIsErrAddress(int wBlockNum) {
        host.downloadWhole(0, bytes(64, 1));
        host.stalled(DfuRequest.DNLOAD.setup(0, wBlockNum, 64));

        assertThat(host.status()).isEqualTo("errADDRESS, dfuERROR");
        assertThat(host.memory.incoming()).isZero();
    }

    @Test
    void uploadingTheWrongBlockIsErrAddress() {
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
    void aProgrammingErrorIsReportedAfterDnbusy() {
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
    void bwPollTimeoutIsTheTimeLeft() {
        host.download(0, bytes(64, 1));
        host.advance(20);

        assertThat(host.status()).isEqualTo("OK, dfuDNBUSY, ask again in 30 ms");
    }

    @Test
    void anIncompleteImageIsErrNotDone() {
        host.memory.isComplete = false;
        host.downloadWhole(0, bytes(64, 1));
        host.stalled(DfuRequest.DNLOAD.setup(0, 1, 0));

        assertThat(host.status()).isEqualTo("errNOTDONE, dfuERROR");
    }

    @Test
    void requestsThatAreNotForTheInterfaceChangeNothing() {
        host.stalled(SetupPacket.of(Direction.OUT, RequestType.VENDOR, Recipient.INTERFACE, 1, 0, 0, 0));
        host.stalled(SetupPacket.of(Direction.OUT, RequestType.CLASS, Recipient.DEVICE, 1, 0, 0, 0));

        assertThat(host.state()).isEqualTo(DfuState.DFU_IDLE);
    }
}
