package usbd4j.gadget.trace;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;

/** Something that happened on the bus, as the device saw it. */
public sealed interface TraceEvent
        permits Attached, ControlTransfer, BusChange, SettingChange, EndpointTransfer, Note, Lost {
    /** {@return when it happened; what takes time, when it began} */
    Instant time();

    /**
     * Calls the method for this kind of event.
     *
     * @param visitor whose method it is
     */
    void tell(TraceVisitor visitor);

    /** {@return what happened, in the words of the live log} */
    String text();

    /** {@return the same, without what a host cannot see: the interface that serves the device, and why a request is stalled} */
    default String seen() {
        return text();
    }

    /** {@return the same event, with data of its own: those of a transfer are the device's, which uses their memory again} */
    default TraceEvent kept() {
        return this;
    }

    /** {@return a copy of data, from position 0 to limit} */
    static ByteBuffer copy(ByteBuffer data) {
        return ByteBuffer.allocate(data.remaining()).put(data.duplicate()).flip();
    }

    /** {@return how long it took} */
    default Duration took() {
        return Duration.ZERO;
    }

    /** {@return what was transferred, from position to limit} */
    default ByteBuffer data() {
        return ControlTransfer.NO_DATA;
    }
}
