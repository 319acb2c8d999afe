package usbd4j.gadget.serve;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import usbd4j.gadget.Mode;
import usbd4j.gadget.device.DeviceFault;
import usbd4j.gadget.device.EndpointFault;
import usbd4j.gadget.device.Fault;
import usbd4j.gadget.device.FaultAction;
import usbd4j.gadget.device.FaultCondition;
import usbd4j.gadget.device.FaultSite;
import usbd4j.gadget.trace.ToldState;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.UsbBus;
import usbd4j.stack.fault.Trigger;

/** The faults of a device, which count its requests in both personas. */
final class Faults {
    private final List<Armed> armed = new ArrayList<>();
    private final List<ArmedEndpoint> ofEndpoints = new ArrayList<>();
    private final ToldState told = new ToldState();
    private Mode mode = Mode.RUN_TIME;

    /** A fault, and what it has counted. */
    private record Armed(Fault fault, Trigger trigger) {}

    /** The same on an endpoint. */
    private record ArmedEndpoint(EndpointFault fault, Trigger trigger) {}

    /**
     * Begins to count.
     *
     * @param faults the faults, the one nearest to the host first
     */
    Faults(List<DeviceFault> faults) {
        faults.forEach(this::arm);
    }

    private void arm(DeviceFault each) {
        if (each instanceof EndpointFault fault) {
            ofEndpoints.add(new ArmedEndpoint(fault, fault.trigger()));
        } else if (each instanceof Fault fault) {
            armed.add(new Armed(fault, trigger(fault.when())));
        }
    }

    private Trigger trigger(FaultCondition when) {
        RequestBefore before = new RequestBefore();
        Predicate<SetupPacket> requests = setup -> {
            boolean isAfter = before.isAny(when.after());
            before.passed(setup);
            return isAfter
                    && when.on().is(setup)
                    && when.block().filter(block -> block != setup.wValue()).isEmpty()
                    && when.fields().match(setup)
                    && when.persona().filter(persona -> persona != mode).isEmpty()
                    && (when.state().isEmpty() || when.state().equals(told.state()));
        };
        return new Trigger(requests, when.from(), when.to(), when.every(), when.probability(), when.seed());
    }

    /** {@return what must be told what the host is told; empty if there are no faults} */
    Optional<ToldState> listener() {
        return armed.isEmpty() ? Optional.empty() : Optional.of(told);
    }

    /**
     * {@return a bus with these faults}
     *
     * @param bus the bus; without faults it is returned as it is
     * @param persona the persona that it is for
     * @param leave called, on the device thread, when the device is to leave the bus
     * @param clock tells the time
     */
    UsbBus around(UsbBus bus, Mode persona, Consumer<Departure> leave, InstantSource clock) {
        mode = persona;
        Consumer<FaultAction.Leave> left = how -> leave.accept(new FaultDeparture(
                how.away(), how.backAs().filter(back -> back != persona).isPresent()));
        UsbBus faulty = bus;
        for (Armed each : armed) {
            Fault fault = each.fault();
            FaultSite site = new FaultSite(faulty, each.trigger(), fault.toString(), clock, left);
            faulty = fault.what().around(fault.when().on(), site);
        }
        return persona == Mode.RUN_TIME ? aroundEndpoints(faulty, clock) : faulty;
    }

    /** A class with endpoints is served in run-time. */
    private UsbBus aroundEndpoints(UsbBus bus, InstantSource clock) {
        UsbBus faulty = bus;
        for (ArmedEndpoint each : ofEndpoints) {
            faulty = each.fault().around(faulty, each.trigger(), clock);
        }
        return faulty;
    }
}
