package usbd4j.dfu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusResponseTest {
    @Test
    void hasTheBytesOfTheSpecification() {
        assertThat(new StatusResponse(DfuStatus.ERR_VENDOR, 0x123456, DfuState.DFU_ERROR, 7)
                        .bytes()
                        .array())
                .containsExactly(
                        0x0B, // bStatus
                        0x56, // bwPollTimeout
                        0x34, 0x12, 10, // bState
                        7); // iString
    }

    @Test
    void withoutErrorIsOkAndHasNothingToWaitFor() {
        assertThat(StatusResponse.ok(DfuState.APP_IDLE))
                .isEqualTo(new StatusResponse(DfuStatus.OK, 0, DfuState.APP_IDLE, 0));
    }

    @Test
    void isReadAsItWasWrittenInEveryStatusAndState() {
        for (DfuStatus status : DfuStatus.values()) {
            for (DfuState state : DfuState.values()) {
                StatusResponse response = new StatusResponse(status, 0xFFFFFF, state, 0xFF);

                assertThat(StatusResponse.read(response.bytes())).contains(response);
            }
        }
    }

    @Test
    void cutShortItIsNoStatus() {
        assertThat(StatusResponse.read(ByteBuffer.allocate(5))).isEmpty();
    }

    @Test
    void withAnUnknownStatusItIsNone() {
        assertThat(StatusResponse.read(ByteBuffer.wrap(new byte[] {0x10, 0, 0, 0, 0, 0})))
                .isEmpty();
    }

    @Test
    void withAnUnknownStateItIsNone() {
        assertThat(StatusResponse.read(ByteBuffer.wrap(new byte[] {0, 0, 0, 0, 11, 0})))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0x1000000})
    void pollTimeoutHasThreeBytes(int bwPollTimeout) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StatusResponse(DfuStatus.OK, bwPollTimeout, DfuState.DFU_IDLE, 0))
                .withMessage("bwPollTimeout is %d, and must be within 0 and 16777215", bwPollTimeout);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 256})
    void stringIndexHasOneByte(int iString) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StatusResponse(DfuStatus.OK, 0, DfuState.DFU_IDLE, iString))
                .withMessageStartingWith("iString is ");
    }

    @Test
    void readsAsStatusAndState() {
        assertThat(new StatusResponse(DfuStatus.ERR_WRITE, 0, DfuState.DFU_ERROR, 0))
                .hasToString("errWRITE, dfuERROR");
    }

    @Test
    void readsWithTheTimeToWaitIfThereIsOne() {
        assertThat(new StatusResponse(DfuStatus.OK, 20, DfuState.DFU_DNBUSY, 0))
                .hasToString("OK, dfuDNBUSY, ask again in 20 ms");
    }
}
