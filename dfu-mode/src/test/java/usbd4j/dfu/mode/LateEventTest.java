package usbd4j.dfu.mode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import usbd4j.dfu.DfuAttributes;
import usbd4j.dfu.DfuFunctionalDescriptor;
import usbd4j.dfu.DfuInterface;
import usbd4j.dfu.DfuRequest;
import usbd4j.stack.BusEvent;
import usbd4j.stack.Reply;
import usbd4j.stack.SetupPacket;

/** What the bus tells when the time of a state is over already, as the thread of a busy machine learns it. */
class LateEventTest {
    private final RamMemory memory = new RamMemory("first");
    private final List<LeaveReason> left = new ArrayList<>();
    private final DfuModeClass mode = new DfuModeClass(
            DfuInterface.DFU_MODE,
            new DfuFunctionalDescriptor(new DfuAttributes(true, true, false, true), 1000, 64, 0x0110),
            DfuModeOptions.SPECIFICATION,
            List.of(memory, new RamMemory("second")),
            left::add);
    private Instant now = Instant.EPOCH;

    /** Downloads one byte, and goes to the end of dfuMANIFEST, of which the device is not told. */
    private void manifest() {
        mode.event(BusEvent.CONFIGURED, now);
        request(DfuRequest.DNLOAD.setup(0, 0, 1));
        request(DfuRequest.GETSTATUS.setup(0, 0, 6));
        now = now.plusMillis(50);
        request(DfuRequest.GETSTATUS.setup(0, 0, 6));
        request(DfuRequest.DNLOAD.setup(0, 1, 0));
        request(DfuRequest.GETSTATUS.setup(0, 0, 6));
        now = now.plusMillis(100);
    }

    private void request(SetupPacket setup) {
        Reply reply = mode.control(setup, now).orElseThrow();
        if (reply instanceof Reply.Receive receive) {
            receive.receiver().accept(ByteBuffer.allocate(setup.wLength()));
        } else if (reply instanceof Reply.Ack ack) {
            ack.afterStatusStage().accept(now);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"RESET", "DETACHED"})
    void theImageIsNotLost(BusEvent event) {
        manifest();
        mode.event(event, now);

        assertThat(memory.firmware()).hasSize(1);
        assertThat(left).containsExactly(LeaveReason.MANIFESTED);
    }

    @Test
    void theImageIsNotLostByAnotherAlternateSetting() {
        manifest();
        mode.alternateSetting(0, 1, now);

        assertThat(memory.firmware()).hasSize(1);
        assertThat(left).containsExactly(LeaveReason.MANIFESTED);
    }
}
