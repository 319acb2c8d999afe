package usbd4j.gadget.trace;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import usbd4j.dfu.DfuRequest;
import usbd4j.dfu.DfuState;
import usbd4j.dfu.StatusResponse;
import usbd4j.stack.Direction;
import usbd4j.stack.Outcome;
import usbd4j.stack.SetupPacket;

/** Events in the words of the specifications. */
final class Vocabulary {
    private static final int SHOWN = 16;
    private static final HexFormat BYTES = HexFormat.ofDelimiter(" ");

    private Vocabulary() {}

    /** {@return a control transfer as text such as "GETSTATE -> appIDLE"} */
    static String control(ControlTransfer event) {
        return request(event.setup()) + " -> " + answer(event);
    }

    /** {@return a request as text such as "DETACH (wTimeout 1000)"} */
    static String request(SetupPacket setup) {
        return DfuRequest.describe(setup).orElseGet(setup::toString);
    }

    /** {@return how a control transfer ended, as text such as "64 bytes", or "done"} */
    static String answer(ControlTransfer event) {
        return switch (event.ending()) {
            case DONE -> data(event);
            case STALLED -> event.reason().isEmpty() ? "stall" : "stall: " + event.reason();
            case GIVEN_UP -> (event.data().hasRemaining() ? data(event) + "; " : "") + "the host had given up";
            case HELD -> "answered later";
        };
    }

    private static String data(ControlTransfer event) {
        if (event.setup().direction() == Direction.IN) {
            return given(event.setup(), event.data());
        }
        return event.data().hasRemaining() ? event.data().remaining() + " bytes" : "done";
    }

    private static String given(SetupPacket setup, ByteBuffer data) {
        return DfuRequest.of(setup)
                .flatMap(request -> switch (request) {
                    case GETSTATUS -> StatusResponse.read(data.duplicate()).map(StatusResponse::toString);
                    case GETSTATE -> state(data).map(DfuState::toString);
                    case DETACH, DNLOAD, UPLOAD, CLRSTATUS, ABORT -> Optional.<String>empty();
                })
                .orElseGet(() -> bytes(data));
    }

    /** {@return the state that an answer to GETSTATE tells; empty if it is none, or there are no data} */
    static Optional<DfuState> state(ByteBuffer data) {
        return data.hasRemaining() ? DfuState.of(data.get(data.position())) : Optional.empty();
    }

    /** {@return the first bytes, and how many there are} */
    static String bytes(ByteBuffer data) {
        int length = data.remaining();
        if (length == 0) {
            return "no data";
        }
        byte[] shown = new byte[Math.min(length, SHOWN)];
        data.duplicate().get(shown);
        return BYTES.formatHex(shown) + (length > SHOWN ? " ..." : "") + " (" + length + " bytes)";
    }

    /** {@return a transfer as text such as "bulk OUT endpoint 0x02 -> 64 bytes"} */
    static String transfer(EndpointTransfer event) {
        int address = event.bEndpointAddress();
        return "%s %s endpoint 0x%02x -> %s"
                .formatted(
                        event.type(),
                        address >= 0x80 ? "IN" : "OUT",
                        address,
                        event.outcome() == Outcome.DONE
                                ? bytes(event.data())
                                : event.outcome().toString());
    }
}
