package usbd4j.gadget.trace;

import java.nio.ByteBuffer;
import java.time.Instant;
import usbd4j.stack.Outcome;
import usbd4j.stack.descriptor.TransferType;

/**
 * A transfer that a class has asked for on an endpoint is over.
 *
 * @param time when
 * @param bEndpointAddress the endpoint's address
 * @param type bulk, interrupt or isochronous
 * @param outcome how it ended
 * @param data what was transferred, from position to limit. Valid during the call, see {@link #kept}
 */
public record EndpointTransfer(Instant time, int bEndpointAddress, TransferType type, Outcome outcome, ByteBuffer data)
        implements TraceEvent {
    @Override
    public String text() {
        return Vocabulary.transfer(this);
    }

    @Override
    public void tell(TraceVisitor visitor) {
        visitor.transfer(this);
    }

    @Override
    public EndpointTransfer kept() {
        return new EndpointTransfer(time, bEndpointAddress, type, outcome, TraceEvent.copy(data));
    }
}
