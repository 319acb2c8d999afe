package usbd4j.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SetupPacketTest {
    private static final SetupPacket PACKET = new SetupPacket(0xA1, 0x03, 0x1234, 0xABCD, 0xFEDC);

    private final ByteBuffer buffer = ByteBuffer.allocate(SetupPacket.LENGTH).order(ByteOrder.LITTLE_ENDIAN);

    @Test
    void isWrittenInWireOrder() {
        PACKET.write(buffer);

        assertThat(buffer.array())
                .containsExactly(
                        0xA1, // bmRequestType
                        0x03, // bRequest
                        0x34, // wValue
                        0x12, 0xCD, // wIndex
                        0xAB, 0xDC, // wLength
                        0xFE);
    }

    @Test
    void isReadInWireOrder() {
        buffer.put(new byte[] {(byte) 0xA1, 0x03, 0x34, 0x12, (byte) 0xCD, (byte) 0xAB, (byte) 0xDC, (byte) 0xFE});

        assertThat(SetupPacket.read(buffer.flip())).isEqualTo(PACKET);
    }

    @Test
    void readingMovesBehindThePacket() {
        ByteBuffer events = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        SetupPacket.read(events);

        assertThat(events.position()).isEqualTo(8);
    }

    @Test
    void everyRequestIsReadAsItWasWritten() {
        for (int request = 0; request <= 0xFFFF; request++) {
            SetupPacket packet = new SetupPacket(request >> 8, request & 0xFF, request, 0xFFFF - request, request);
            packet.write(buffer.clear());

            assertThat(SetupPacket.read(buffer.flip())).isEqualTo(packet);
        }
    }

    @Test
    void isPutTogetherFromThePartsOfBmRequestType() {
        assertThat(SetupPacket.of(Direction.IN, RequestType.CLASS, Recipient.INTERFACE, 3, 0, 1, 6))
                .isEqualTo(new SetupPacket(0xA1, 3, 0, 1, 6));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x0007, 0x0107, 0xFF07})
    void targetIsTheLowByteOfWIndex(int wIndex) {
        assertThat(new SetupPacket(0x21, 0, 0, wIndex, 0).target()).isEqualTo(7);
    }

    @Test
    void isOfATypeForARecipientOnlyIfBothAreRight() {
        SetupPacket packet = new SetupPacket(0x21, 0, 0, 0, 0);

        assertThat(packet.is(RequestType.CLASS, Recipient.INTERFACE)).isTrue();
        assertThat(packet.is(RequestType.STANDARD, Recipient.INTERFACE)).isFalse();
        assertThat(packet.is(RequestType.CLASS, Recipient.DEVICE)).isFalse();
    }

    @Test
    void forAnotherTargetDiffersInTheLowByteOfWIndex() {
        assertThat(new SetupPacket(0x02, 0x01, 2, 0x0181, 3).withTarget(0x05))
                .isEqualTo(new SetupPacket(0x02, 0x01, 2, 0x0105, 3));
    }

    @Test
    void readsAsASentence() {
        assertThat(new SetupPacket(0xA1, 0x03, 0, 1, 6))
                .hasToString("IN class request 0x03 to interface 1 (wValue 0, wIndex 1, wLength 6)");
    }

    @Test
    void sentenceNumbersAnEndpointByTheLowByteOfWIndex() {
        assertThat(new SetupPacket(0x02, 0x01, 0, 0x0181, 0))
                .hasToString("OUT standard request CLEAR_FEATURE to endpoint 129 (wValue 0, wIndex 385, wLength 0)");
    }

    @Test
    void sentenceGivesTheDeviceNoNumber() {
        assertThat(new SetupPacket(0x40, 0xFF, 1, 2, 3))
                .hasToString("OUT vendor request 0xFF to device (wValue 1, wIndex 2, wLength 3)");
    }
}
