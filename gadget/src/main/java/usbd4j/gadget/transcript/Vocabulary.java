package usbd4j.gadget.transcript;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import usbd4j.dfu.DfuRequest;
import usbd4j.dfu.DfuState;
import usbd4j.dfu.StatusResponse;
import usbd4j.stack.SetupPacket;

/** Requests and answers in the words of the specifications. */
final class Vocabulary {
    private static final int SHOWN = 16;
    private static final HexFormat BYTES = HexFormat.ofDelimiter(" ");

    private Vocabulary() {}

    static String request(SetupPacket setup) {
        return DfuRequest.describe(setup).orElseGet(setup::toString);
    }

    static String answer(SetupPacket setup, ByteBuffer data) {
        return DfuRequest.of(setup)
                .flatMap(request -> switch (request) {
                    case GETSTATUS -> StatusResponse.read(data.duplicate()).map(StatusResponse::toString);
                    case GETSTATE -> state(data);
                    case DETACH, DNLOAD, UPLOAD, CLRSTATUS, ABORT -> Optional.<String>empty();
                })
                .orElseGet(() -> bytes(data));
    }

    private static Optional<String> state(ByteBuffer data) {
        return data.hasRemaining() ? DfuState.of(data.get(data.position())).map(DfuState::toString) : Optional.empty();
    }

    private static String bytes(ByteBuffer data) {
        int length = data.remaining();
        if (length == 0) {
            return "no data";
        }
        byte[] shown = new byte[Math.min(length, SHOWN)];
        data.duplicate().get(shown);
        return BYTES.formatHex(shown) + (length > SHOWN ? " ..." : "") + " (" + length + " bytes)";
    }
}
