package usbd4j.dfu.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import usbd4j.dfu.DfuRequest;
import usbd4j.dfu.DfuState;
import usbd4j.stack.SetupPacket;

/** Requests in appDETACH. */
class AppDetachTest {
    private final DfuHost host = DfuHost.ofWaitingDevice(DetachPolicy.ACCEPT);

    @BeforeEach
    void detach() {
        host.detach(1000);
    }

    @ParameterizedTest
    @CsvSource({"DETACH, 0", "DNLOAD, 64", "DNLOAD, 0", "UPLOAD, 64", "CLRSTATUS, 0", "ABORT, 0"})
    void otherRequestsThanGetStatusAndGetStateAreStalledAndCancelTheDetach(DfuRequest request, int wLength) {
        host.stalled(request.setup(0, 1000, wLength));

        assertThat(host.getState()).isEqualTo(DfuState.APP_IDLE);
    }

    @Test
    void anUnknownClassRequestCancelsTheDetach() {
        host.stalled(new SetupPacket(0xA1, 0xFE, 0, 0, 1));

        assertThat(host.getState()).isEqualTo(DfuState.APP_IDLE);
    }

    @Test
    void aResetAfterACancelledDetachDoesNothing() {
        host.stalled(DfuRequest.ABORT.setup(0, 0, 0));
        host.reset();

        assertThat(host.timesDetached()).isZero();
    }

    @Test
    void aCancelledDetachCanBeSentAgain() {
        host.stalled(DfuRequest.DETACH.setup(0, 1000, 0));
        host.detach(1000);

        assertThat(host.getState()).isEqualTo(DfuState.APP_DETACH);
    }

    @Test
    void theTimeStartsAnewAfterACancelledDetach() {
        host.advance(900);
        host.stalled(DfuRequest.DETACH.setup(0, 1000, 0));
        host.detach(1000);
        host.advance(999);

        assertThat(host.getState()).isEqualTo(DfuState.APP_DETACH);
    }

    @Test
    void getStatusDoesNotExtendTheTime() {
        host.advance(600);
        host.getStatus();
        host.getState();
        host.advance(400);

        assertThat(host.getState()).isEqualTo(DfuState.APP_IDLE);
    }

    @Test
    void aStandardRequestDoesNotCancelTheDetach() {
        host.usb().controlIn(new SetupPacket(0x80, 6, 0x0100, 0, 18));

        assertThat(host.getState()).isEqualTo(DfuState.APP_DETACH);
    }

    @Test
    void aStalledStandardRequestDoesNotCancelTheDetach() {
        host.stalled(new SetupPacket(0x81, 6, 0x2200, 0, 2));

        assertThat(host.getState()).isEqualTo(DfuState.APP_DETACH);
    }
}
