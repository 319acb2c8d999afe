package usbd4j.gadget.transcript;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.StringJoiner;
import usbd4j.dfu.DfuRequest;
import usbd4j.dfu.DfuState;
import usbd4j.dfu.StatusResponse;
import usbd4j.stack.SetupPacket;

/** Requests and answers in the words of the specifications. */
final class Vocabulary {
    private static final int SHOWN = 16;

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
        StringJoiner text = new StringJoiner(" ");
        int length = data.remaining();
        for (int i = 0; i < Math.min(length, SHOWN); i++) {
            text.add("%02x".formatted(data.get(data.position() + i)));
        }
        if (length > SHOWN) {
            text.add("...");
        }
        return length == 0 ? "no data" : "%s (%d bytes)".formatted(text, length);
    }
}
