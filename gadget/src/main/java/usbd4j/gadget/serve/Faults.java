package usbd4j.gadget.serve;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import usbd4j.gadget.Mode;
import usbd4j.gadget.device.DeviceDescription;
import usbd4j.gadget.device.DeviceFault;
import usbd4j.gadget.device.EndpointFault;
import usbd4j.gadget.device.Fault;
import usbd4j.gadget.device.FaultAction;
import usbd4j.gadget.device.FaultCondition;
import usbd4j.gadget.device.FaultSite;
import usbd4j.gadget.trace.Attached;
import usbd4j.gadget.trace.ToldState;
import usbd4j.gadget.trace.TraceEvent;
import usbd4j.gadget.trace.TraceListener;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.UsbBus;
import usbd4j.stack.fault.FaultyBus;
import usbd4j.stack.fault.Occasion;
import usbd4j.stack.fault.Trigger;

/** The faults of a device, which count its requests and events in both personas. */
final class Faults {
    private final List<Armed> armed = new ArrayList<>();
    private final List<ArmedEndpoint> ofEndpoints = new ArrayList<>();
    private final List<FaultyBus> buses = new ArrayList<>();
    private final ToldState told = new ToldState();
    private final RequestBefore before = new RequestBefore();
    private final DataPosition position;
    private InstantSource clock = InstantSource.system();
    private Instant attached = Instant.MIN;
    private Mode mode = Mode.RUN_TIME;

    /** A fault, and what it has counted. */
    private record Armed(Fault fault, Trigger trigger) {}

    /** The same on an endpoint. */
    private record ArmedEndpoint(EndpointFault fault, Trigger trigger) {}

    /**
     * Begins to count.
     *
     * @param device the device; of its faults, the first is nearest to the host
     */
    Faults(DeviceDescription device) {
        position = new DataPosition(
                device.dfuMode().isAddressed(), device.functional().wTransferSize(), told);
        device.faults().forEach(this::arm);
    }

    private void arm(DeviceFault each) {
        if (each instanceof EndpointFault fault) {
            ofEndpoints.add(new ArmedEndpoint(fault, fault.trigger()));
        } else if (each instanceof Fault fault) {
            armed.add(new Armed(fault, trigger(fault.when())));
        }
    }

    private Trigger trigger(FaultCondition when) {
        Predicate<Occasion> occasions = occasion -> before.isAny(when.after())
                && when.on().is(occasion)
                && (!(occasion instanceof Occasion.Request request) || matches(when, request.setup()))
                && when.persona().filter(persona -> persona != mode).isEmpty()
                && (when.state().isEmpty() || when.state().equals(told.state()))
                && when.attachedFor()
                        .filter(time -> clock.instant().isBefore(attached.plus(time)))
                        .isEmpty();
        return when.which().trigger(occasions);
    }

    private boolean matches(FaultCondition when, SetupPacket setup) {
        return when.block().filter(block -> block != setup.wValue()).isEmpty()
                && when.position().filter(place -> !position.isIn(setup, place)).isEmpty()
                && when.fields().match(setup);
    }

    /** {@return what must be told what happens on the bus; none if there are no faults} */
    List<TraceListener> listeners() {
        return armed.isEmpty() ? List.of() : List.of(told, before, position, new Attachments());
    }

    private final class Attachments implements TraceListener {
        @Override
        public void happened(TraceEvent event) {
            if (event instanceof Attached) {
                attached = clock.instant();
                buses.forEach(FaultyBus::attached);
            }
        }

        @Override
        public boolean wantsEndpoints() {
            return false;
        }
    }

    /**
     * {@return a bus with these faults}
     *
     * @param bus the bus; without faults it is returned as it is
     * @param persona the persona that it is for
     * @param leave called, on the device thread, when the device is to leave the bus
     * @param time tells the time
     */
    UsbBus around(UsbBus bus, Mode persona, Consumer<Departure> leave, InstantSource time) {
        mode = persona;
        clock = time;
        buses.clear();
        Consumer<FaultAction.Leave> left = how -> leave.accept(new FaultDeparture(
                how.away(), how.backAs().filter(back -> back != persona).isPresent(), how.identity()));
        UsbBus faulty = bus;
        for (Armed each : armed) {
            Fault fault = each.fault();
            FaultSite site = new FaultSite(faulty, each.trigger(), fault.toString(), time, left);
            FaultyBus next = fault.what().around(fault.when().on(), site);
            buses.add(next);
            faulty = next;
        }
        return persona == Mode.RUN_TIME ? aroundEndpoints(faulty) : faulty;
    }

    /** A class with endpoints is served in run-time. */
    private UsbBus aroundEndpoints(UsbBus bus) {
        UsbBus faulty = bus;
        for (ArmedEndpoint each : ofEndpoints) {
            faulty = each.fault().around(faulty, each.trigger(), clock);
        }
        return faulty;
    }
}
