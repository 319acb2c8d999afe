package usbd4j.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static usbd4j.stack.Recipient.DEVICE;
import static usbd4j.stack.Recipient.ENDPOINT;
import static usbd4j.stack.Recipient.INTERFACE;
import static usbd4j.stack.Recipient.OTHER;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** All 256 values of bmRequestType against USB 2.0, table 9-2. */
class BmRequestTypeTest {
    private static final List<RequestType> TYPES =
            List.of(RequestType.STANDARD, RequestType.CLASS, RequestType.VENDOR, RequestType.RESERVED);
    private static final List<Recipient> RECIPIENTS = List.of(DEVICE, INTERFACE, ENDPOINT, OTHER);

    private final List<SetupPacket> packets = IntStream.rangeClosed(0x00, 0xFF)
            .mapToObj(bmRequestType -> new SetupPacket(bmRequestType, 0, 0, 0, 0))
            .toList();

    @Test
    void bit7IsTheDirection() {
        assertThat(packets)
                .allSatisfy(packet -> assertThat(packet.direction())
                        .isEqualTo(packet.bmRequestType() < 128 ? Direction.OUT : Direction.IN));
    }

    @Test
    void bits6And5AreTheType() {
        assertThat(packets)
                .allSatisfy(packet -> assertThat(packet.type()).isEqualTo(TYPES.get(packet.bmRequestType() / 32 % 4)));
    }

    @Test
    void theOtherBitsAreTheRecipient() {
        assertThat(packets).allSatisfy(packet -> {
            int code = packet.bmRequestType() % 32;
            assertThat(packet.recipient())
                    .isEqualTo(code < RECIPIENTS.size() ? RECIPIENTS.get(code) : Recipient.RESERVED);
        });
    }
}
