package usbd4j.gadget.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import usbd4j.dfu.DfuRequest;
import usbd4j.stack.SetupPacket;

class VocabularyTest {
    private static final SetupPacket GETSTATUS = DfuRequest.GETSTATUS.setup(0, 0, 6);
    private static final SetupPacket GETSTATE = DfuRequest.GETSTATE.setup(0, 0, 1);
    private static final SetupPacket UPLOAD = DfuRequest.UPLOAD.setup(0, 0, 64);

    @Test
    void requestsOfDfuAreInItsWords() {
        assertThat(Vocabulary.request(DfuRequest.DETACH.setup(0, 1000, 0))).isEqualTo("DETACH (wTimeout 1000)");
    }

    @Test
    void otherRequestsAreInThoseOfUsb() {
        assertThat(Vocabulary.request(new SetupPacket(0xC0, 1, 2, 3, 4)))
                .isEqualTo("IN vendor request 0x01 to device (wValue 2, wIndex 3, wLength 4)");
    }

    @Test
    void aStatusIsTold() {
        assertThat(answer(GETSTATUS, bytes(0, 0, 0, 0, 1, 0))).isEqualTo("OK, appDETACH");
    }

    @Test
    void aStatusThatIsCutShortIsBytes() {
        assertThat(answer(GETSTATUS, bytes(0, 0))).isEqualTo("00 00 (2 bytes)");
    }

    @Test
    void aStateIsTold() {
        assertThat(answer(GETSTATE, bytes(0))).isEqualTo("appIDLE");
    }

    @Test
    void aStateThatIsUnknownIsAByte() {
        assertThat(answer(GETSTATE, bytes(0xFF))).isEqualTo("ff (1 bytes)");
    }

    @Test
    void noStateIsNoData() {
        assertThat(answer(GETSTATE, bytes())).isEqualTo("no data");
    }

    @Test
    void dataAreHexadecimal() {
        assertThat(answer(UPLOAD, bytes(0xDE, 0xAD, 0x01))).isEqualTo("de ad 01 (3 bytes)");
    }

    @Test
    void ofLongDataTheBeginningIsTold() {
        assertThat(answer(UPLOAD, ByteBuffer.allocate(17)))
                .isEqualTo("00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 ... (17 bytes)");
    }

    @Test
    void dataStayUnread() {
        ByteBuffer data = bytes(0, 0, 0, 0, 1, 0);
        answer(GETSTATUS, data);

        assertThat(data.remaining()).isEqualTo(6);
    }

    private static String answer(SetupPacket setup, ByteBuffer data) {
        return Vocabulary.answer(new ControlTransfer(Instant.EPOCH, Duration.ZERO, setup, Ending.DONE, data, ""));
    }

    private static ByteBuffer bytes(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length);
        for (int value : values) {
            bytes.put((byte) value);
        }
        return bytes.flip();
    }
}
