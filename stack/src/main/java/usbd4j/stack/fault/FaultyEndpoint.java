package usbd4j.stack.fault;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import usbd4j.stack.Endpoint;
import usbd4j.stack.Outcome;
import usbd4j.stack.Transfer;
import usbd4j.stack.UsbBus;
import usbd4j.stack.UsbException;
import usbd4j.stack.descriptor.EndpointDescriptor;

/**
 * An endpoint some of whose transfers are struck. The bus has one of them at a time: what happens to a transfer happens when those
 * before it are over, and a transfer that the host's reset drops is not counted.
 */
final class FaultyEndpoint implements Endpoint {
    static final TransferFault NONE = new TransferFault.None();

    private static final Occasion NEXT = new Occasion.NextTransfer();

    private static final Logger LOG = System.getLogger(FaultyEndpoint.class.getName());

    /**
     * What strikes.
     *
     * @param fault what happens
     * @param trigger to which transfers
     * @param text for the log
     * @param clock tells the time
     */
    record Strike(TransferFault fault, Trigger trigger, String text, InstantSource clock) {}

    private final UsbBus bus;
    private final Endpoint delegate;
    private final Strike strike;
    private final Map<Transfer, FaultyTransfer> transfers = new HashMap<>();
    private final Deque<FaultyTransfer> waiting = new ArrayDeque<>();
    private final Queue<Transfer> dropped;
    private boolean isEnabled;
    private boolean isBusy;
    private boolean isCounted;
    private boolean isBeingDropped;
    private final Timer pause;
    private boolean isPausing;

    /**
     * Wraps an endpoint.
     *
     * @param bus its bus
     * @param delegate the endpoint
     * @param strike what strikes its transfers
     * @param dropped receives the transfers that are dropped before the bus has had them
     */
    FaultyEndpoint(UsbBus bus, Endpoint delegate, Strike strike, Queue<Transfer> dropped) {
        this.bus = bus;
        this.delegate = delegate;
        this.strike = strike;
        this.dropped = dropped;
        this.pause = new Timer(Optional.of(strike.fault().pause()), strike.clock());
    }

    Endpoint delegate() {
        return delegate;
    }

    @Override
    public EndpointDescriptor descriptor() {
        return delegate.descriptor();
    }

    @Override
    public FaultyTransfer transfer(int capacity, Consumer<Transfer> done) {
        Transfer own = delegate.transfer(capacity, ignored -> {});
        FaultyTransfer transfer = new FaultyTransfer(this, own, done);
        transfers.put(own, transfer);
        return transfer;
    }

    /** {@return the transfer in front of one of the bus's; null if that is of another endpoint} */
    @Nullable FaultyTransfer inFrontOf(Transfer own) {
        return transfers.get(own);
    }

    @Override
    public void halt() {
        delegate.halt();
    }

    @Override
    public void clearHalt() {
        delegate.clearHalt();
    }

    @Override
    public OptionalInt fifoStatus() {
        return delegate.fifoStatus();
    }

    @Override
    public void flushFifo() {
        delegate.flushFifo();
    }

    void enable() {
        isEnabled = true;
        proceed();
    }

    /** Called when a host no longer uses the endpoint: drops what the bus has not had yet. The bus drops the rest. */
    void disable() {
        isEnabled = false;
        isBeingDropped = isBusy;
        isPausing = false;
        pause.stop();
        dropWaiting();
    }

    private void dropWaiting() {
        for (FaultyTransfer each = waiting.poll(); each != null; each = waiting.poll()) {
            each.drop();
            dropped.add(each);
        }
    }

    void submitted(FaultyTransfer transfer) {
        waiting.addLast(transfer);
        proceed();
    }

    /** Called when the bus has completed a transfer. */
    void over(Outcome outcome) {
        isBusy = false;
        if (outcome != Outcome.DROPPED) {
            isCounted = false;
        } else if (!isBeingDropped) {
            // Otherwise those behind it were dropped already, and what waits now was submitted since.
            dropWaiting();
        }
        isBeingDropped = false;
        proceed();
    }

    /** {@return how long to wait: no longer than it answers NAK} */
    Optional<Duration> within(Optional<Duration> timeout) {
        return pause.within(timeout);
    }

    /** Gives the bus the next transfer, if it is time for it. */
    void proceed() {
        if (!isEnabled || isBusy || waiting.isEmpty() || (isPausing && !pause.isOver())) {
            return;
        }
        isPausing = false;
        pause.stop();
        TransferFault fault = isCounted ? NONE : next();
        if (fault.pause().isZero()) {
            isBusy = true;
            waiting.removeFirst().begin(fault);
        } else {
            isPausing = true;
            pause.start();
        }
    }

    /** Counts the next transfer. {@return what happens to it} */
    private TransferFault next() {
        isCounted = true;
        if (!strike.trigger().strikes(NEXT)) {
            return NONE;
        }
        LOG.log(Level.INFO, "fault: {0}", strike.text());
        try {
            strike.fault().strike(bus, delegate);
        } catch (UsbException e) {
            LOG.log(Level.WARNING, "the fault has not struck: {0}", e.getMessage());
        }
        return strike.fault();
    }
}
