package usbd4j.gadget.tracefile;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import usbd4j.dfu.DfuRequest;
import usbd4j.gadget.trace.Attached;
import usbd4j.gadget.trace.BusChange;
import usbd4j.gadget.trace.ControlTransfer;
import usbd4j.gadget.trace.Ending;
import usbd4j.gadget.trace.EndpointTransfer;
import usbd4j.gadget.trace.Lost;
import usbd4j.gadget.trace.Note;
import usbd4j.gadget.trace.SettingChange;
import usbd4j.gadget.trace.TraceEvent;
import usbd4j.stack.BusEvent;
import usbd4j.stack.Outcome;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.descriptor.Speed;
import usbd4j.stack.descriptor.TransferType;

/** Events of each kind. */
final class Events {
    static final Instant TIME = Instant.parse("2026-01-02T03:04:05.000678Z");

    private Events() {}

    static ControlTransfer control(SetupPacket setup, Ending ending, int... data) {
        return control(Duration.ofNanos(250_000), setup, ending, data);
    }

    static ControlTransfer control(Duration took, SetupPacket setup, Ending ending, int... data) {
        String reason = ending == Ending.STALLED ? "not \"today\"" : "";
        return new ControlTransfer(TIME, took, setup, ending, bytes(data), reason);
    }

    static ByteBuffer bytes(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length);
        for (int value : values) {
            bytes.put((byte) value);
        }
        return bytes.flip();
    }

    static Attached attached(String bus) {
        return new Attached(
                TIME,
                "dfu-mode",
                bus,
                bytes(18, 1, 0, 2, 0, 0, 0, 64, 0x09, 0x12, 0x02, 0, 0, 1, 1, 2, 3, 1),
                bytes(9, 2, 9, 0, 0, 1, 0, 0x80, 50));
    }

    /** {@return one of each kind, and a transfer for each ending} */
    static List<TraceEvent> all() {
        return List.of(
                attached("functionfs"),
                new BusChange(TIME, BusEvent.RESET, Optional.empty()),
                new BusChange(TIME, BusEvent.CONFIGURED, Optional.of(Speed.FULL)),
                new SettingChange(TIME, 1, 2),
                control(DfuRequest.GETSTATUS.setup(0, 0, 6), Ending.DONE, 0, 0, 0, 0, 2, 0),
                control(DfuRequest.DNLOAD.setup(0, 7, 3), Ending.DONE, 0xDE, 0xAD, 0xFF),
                control(DfuRequest.DETACH.setup(0, 1000, 0), Ending.STALLED),
                control(DfuRequest.GETSTATUS.setup(0, 0, 6), Ending.HELD),
                control(DfuRequest.GETSTATUS.setup(0, 0, 6), Ending.GIVEN_UP),
                new EndpointTransfer(TIME, 0x81, TransferType.BULK, Outcome.DONE, bytes(1, 2, 3)),
                new EndpointTransfer(TIME, 0x02, TransferType.INTERRUPT, Outcome.DROPPED, bytes()),
                new Note(TIME, "the new firmware has \"ä\" bytes\n"),
                new Lost(TIME, 12));
    }
}
