package usbd4j.dfu.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import usbd4j.dfu.DfuRequest;
import usbd4j.dfu.DfuState;
import usbd4j.dfu.StatusResponse;

/** GETSTATUS and GETSTATE. */
class StatusTest {
    private final DfuHost host = DfuHost.ofWaitingDevice(DetachPolicy.ACCEPT);

    @Test
    void statusInAppIdle() {
        assertThat(host.getStatus()).isEqualTo(StatusResponse.ok(DfuState.APP_IDLE));
    }

    @Test
    void statusInAppDetach() {
        host.detach(1000);

        assertThat(host.getStatus()).isEqualTo(StatusResponse.ok(DfuState.APP_DETACH));
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 7, 64, 65535})
    void statusIsAtMostSixBytes(int wLength) {
        assertThat(host.usb().controlIn(DfuRequest.GETSTATUS.setup(0, 0, wLength)))
                .containsExactly(0, 0, 0, 0, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5})
    void statusIsCutToWLength(int wLength) {
        assertThat(host.usb().controlIn(DfuRequest.GETSTATUS.setup(0, 0, wLength)))
                .hasSize(wLength);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 65535})
    void stateIsOneByte(int wLength) {
        assertThat(host.usb().controlIn(DfuRequest.GETSTATE.setup(0, 0, wLength)))
                .containsExactly(0);
    }
}
