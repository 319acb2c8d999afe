package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import usbd4j.dfu.DfuRequest;
import usbd4j.dfu.DfuState;
import usbd4j.stack.SetupPacket;

/** DFU requests to the first interface, sent by the board's host. */
final class RunTime {
    private RunTime() {}

    static SetupPacket detach(int wTimeout) {
        return DfuRequest.DETACH.setup(0, wTimeout, 0);
    }

    static void sendDetach(UsbHost host, int wTimeout) {
        assertThat(host.control(detach(wTimeout))).as("answer to DETACH").isPresent();
        assertThat(state(host)).isEqualTo(DfuState.APP_DETACH);
    }

    static DfuState state(UsbHost host) {
        Optional<byte[]> answer = host.control(DfuRequest.GETSTATE.setup(0, 0, 1));
        assertThat(answer).as("answer to GETSTATE").isPresent();
        return DfuState.of(answer.orElseThrow()[0]).orElseThrow();
    }
}
