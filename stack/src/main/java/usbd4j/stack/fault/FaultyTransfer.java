package usbd4j.stack.fault;

import java.util.function.Consumer;
import usbd4j.stack.Outcome;
import usbd4j.stack.Transfer;

/** A transfer of a {@link FaultyEndpoint}, in front of the bus's own transfer, whose buffer it shares. */
final class FaultyTransfer extends Transfer {
    private final FaultyEndpoint endpoint;
    private final Transfer delegate;
    private TransferFault cut = FaultyEndpoint.NONE;
    private int right;

    /**
     * Creates a transfer that is not submitted yet.
     *
     * @param endpoint the endpoint it belongs to
     * @param delegate the bus's own
     * @param done called each time the transfer completes
     */
    FaultyTransfer(FaultyEndpoint endpoint, Transfer delegate, Consumer<Transfer> done) {
        super(delegate.endpoint(), delegate.buffer(), done);
        this.endpoint = endpoint;
        this.delegate = delegate;
    }

    @Override
    protected void start() {
        endpoint.submitted(this);
    }

    /**
     * Submits it to the bus.
     *
     * @param fault how much of it there is
     */
    void begin(TransferFault fault) {
        cut = fault;
        if (endpoint().isIn()) {
            right = buffer().limit();
            buffer().limit(buffer().position() + cut.length(buffer().remaining()));
        }
        delegate.submit();
    }

    /** Called when the bus has completed it. */
    void over() {
        delegate.tell();
        Outcome outcome = delegate.outcome();
        if (!endpoint().isIn()) {
            buffer().limit(cut.length(buffer().limit()));
        } else {
            buffer().limit(right);
            if (outcome == Outcome.DONE) {
                buffer().position(right);
            }
        }
        end(outcome);
        endpoint.over(outcome);
    }

    /** Ends it without the bus. */
    void drop() {
        end(Outcome.DROPPED);
    }
}
