package usbd4j.stack.fault;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Predicate;
import usbd4j.stack.BusDecorator;
import usbd4j.stack.BusEvent;
import usbd4j.stack.BusListener;
import usbd4j.stack.Endpoint;
import usbd4j.stack.ListenerDecorator;
import usbd4j.stack.Transfer;
import usbd4j.stack.UsbBus;
import usbd4j.stack.descriptor.Descriptors;

/**
 * A bus with a fault that strikes some transfers of an endpoint. A transfer is what a class submits at a time. Other endpoints are the
 * bus's own.
 */
public final class FaultyEndpoints extends BusDecorator {
    private final UsbBus bus;
    private final int bEndpointAddress;
    private final FaultyEndpoint.Strike strike;
    private final Queue<Transfer> dropped = new ArrayDeque<>();
    private final List<Endpoint> all = new ArrayList<>();
    /** Several, where an address is in several alternate settings or configurations. */
    private final List<FaultyEndpoint> faulty = new ArrayList<>();
    /** Those that are enabled with their configuration. */
    private final List<FaultyEndpoint> configured = new ArrayList<>();

    /**
     * Wraps a bus.
     *
     * @param delegate the bus
     * @param bEndpointAddress the endpoint, by the address that the device numbers it with, which on FunctionFS may not be the one
     *     that the host sees
     * @param fault what happens
     * @param trigger to which transfers
     * @param text for the log
     * @param clock tells the time
     */
    public FaultyEndpoints(
            UsbBus delegate,
            int bEndpointAddress,
            TransferFault fault,
            Trigger trigger,
            String text,
            InstantSource clock) {
        super(delegate);
        this.bus = delegate;
        this.bEndpointAddress = bEndpointAddress;
        this.strike = new FaultyEndpoint.Strike(fault, trigger, text, clock);
    }

    /**
     * {@inheritDoc}
     *
     * @throws MissingEndpointException if the device has no such bulk or interrupt endpoint
     */
    @Override
    public void open(Descriptors descriptors) {
        List<FaultSpot> spots = FaultSpot.of(descriptors);
        FaultSpot.require(bEndpointAddress, spots);
        super.open(descriptors);
        List<Endpoint> endpoints = super.endpoints();
        for (int i = 0; i < endpoints.size(); i++) {
            FaultSpot spot = spots.get(i);
            all.add(spot.bEndpointAddress() == bEndpointAddress ? wrap(endpoints.get(i), spot) : endpoints.get(i));
        }
    }

    private FaultyEndpoint wrap(Endpoint endpoint, FaultSpot spot) {
        FaultyEndpoint wrapped = new FaultyEndpoint(bus, endpoint, strike, dropped);
        faulty.add(wrapped);
        if (spot.isAlone()) {
            configured.add(wrapped);
        }
        return wrapped;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.copyOf(all);
    }

    private Optional<FaultyEndpoint> faulty(Endpoint endpoint) {
        return faulty.stream().filter(Predicate.isEqual(endpoint)).findFirst();
    }

    private Endpoint own(Endpoint endpoint) {
        return faulty(endpoint).map(FaultyEndpoint::delegate).orElse(endpoint);
    }

    @Override
    public void enable(Endpoint endpoint) {
        super.enable(own(endpoint));
        faulty(endpoint).ifPresent(FaultyEndpoint::enable);
    }

    @Override
    public void disable(Endpoint endpoint) {
        super.disable(own(endpoint));
        faulty(endpoint).ifPresent(FaultyEndpoint::disable);
    }

    @Override
    public boolean isHalted(Endpoint endpoint) {
        return super.isHalted(own(endpoint));
    }

    @Override
    public void babble(Endpoint endpoint) {
        super.babble(own(endpoint));
    }

    @Override
    public void await(Optional<Duration> timeout, BusListener device) {
        boolean isTold = !dropped.isEmpty();
        tellDropped(device);
        super.await(isTold ? Optional.of(Duration.ZERO) : shorter(timeout), new Listener(device));
        faulty.forEach(FaultyEndpoint::proceed);
    }

    private Optional<Duration> shorter(Optional<Duration> timeout) {
        Optional<Duration> shorter = timeout;
        for (FaultyEndpoint each : faulty) {
            shorter = each.within(shorter);
        }
        return shorter;
    }

    private void tellDropped(BusListener device) {
        for (Transfer each = dropped.poll(); each != null; each = dropped.poll()) {
            device.transferred(each);
        }
    }

    private final class Listener extends ListenerDecorator {
        private final BusListener device;

        Listener(BusListener device) {
            super(device);
            this.device = device;
        }

        @Override
        public void transferred(Transfer own) {
            super.transferred(ended(own));
            tellDropped(device);
        }

        private Transfer ended(Transfer own) {
            for (FaultyEndpoint each : faulty) {
                FaultyTransfer transfer = each.inFrontOf(own);
                if (transfer != null) {
                    transfer.over();
                    return transfer;
                }
            }
            return own;
        }

        @Override
        public void event(BusEvent event) {
            switch (event) {
                case RESET, DETACHED, DECONFIGURED -> faulty.forEach(FaultyEndpoint::disable);
                case CONFIGURED, SUSPENDED, RESUMED -> {}
            }
            tellDropped(device);
            super.event(event);
            if (event == BusEvent.CONFIGURED) {
                // Where the kernel answers SET_CONFIGURATION, nothing else says so.
                configured.forEach(FaultyEndpoint::enable);
            }
        }
    }
}
