package usbd4j.dfu.mode;

import static org.assertj.core.api.Assertions.assertThat;
import static usbd4j.dfu.mode.ModeHost.bytes;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import usbd4j.dfu.DfuAttributes;
import usbd4j.dfu.DfuRequest;
import usbd4j.dfu.DfuState;
import usbd4j.dfu.DfuStatus;
import usbd4j.dfu.StatusResponse;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.memory.ControlTransfer;

/** GETSTATUS that is held until the memory is done. */
class HeldStatusTest {
    private static final SetupPacket GETSTATUS = DfuRequest.GETSTATUS.setup(0, 0, 6);

    private final ModeHost host = new ModeHost(
            new DfuAttributes(true, true, true, false),
            DfuModeOptions.SPECIFICATION.withGetStatusWhileBusy(GetStatusWhileBusy.HOLD));

    private static String text(ControlTransfer transfer) {
        return StatusResponse.read(ByteBuffer.wrap(transfer.result()))
                .orElseThrow()
                .toString();
    }

    private void downloadABlock() {
        host.download(0, bytes(64, 1));
        assertThat(host.status()).isEqualTo("OK, dfuDNBUSY, ask again in 50 ms");
    }

    @Test
    void comesWhenTheBlockIsWritten() {
        downloadABlock();
        ControlTransfer transfer = host.usb().begin(GETSTATUS);

        host.advance(49);
        assertThat(transfer.isAnswered()).isFalse();
        host.advance(1);

        assertThat(text(transfer)).isEqualTo("OK, dfuDNLOAD-IDLE");
    }

    @Test
    void tellsWhatWentWrong() {
        host.memory.programming = DfuStatus.ERR_PROG;
        downloadABlock();
        ControlTransfer transfer = host.usb().begin(GETSTATUS);

        host.advance(50);

        assertThat(text(transfer)).isEqualTo("errPROG, dfuERROR");
    }

    @Test
    void comesWhenTheImageIsManifested() {
        downloadABlock();
        host.advance(50);
        host.status();
        host.download(1);
        assertThat(host.status()).isEqualTo("OK, dfuMANIFEST, ask again in 100 ms");
        ControlTransfer transfer = host.usb().begin(GETSTATUS);

        host.advance(100);

        assertThat(text(transfer)).isEqualTo("OK, dfuIDLE");
    }

    @Test
    void isHeldAgainForAHostThatGaveUp() {
        downloadABlock();
        host.usb().begin(GETSTATUS);
        host.usb().giveUp();
        ControlTransfer again = host.usb().begin(GETSTATUS);

        host.advance(50);

        assertThat(text(again)).isEqualTo("OK, dfuDNLOAD-IDLE");
    }

    @Test
    void aHostThatGaveUpChangesNothing() {
        downloadABlock();
        host.usb().begin(GETSTATUS);
        host.usb().giveUp();

        host.advance(50);

        assertThat(host.state()).isEqualTo(DfuState.DFU_DNLOAD_SYNC);
    }

    @Test
    void isForgottenAtABusReset() {
        downloadABlock();
        host.usb().begin(GETSTATUS);

        host.usb().reset();

        assertThat(host.status()).isEqualTo("OK, dfuIDLE");
    }
}
