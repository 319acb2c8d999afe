package usbd4j.stack;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Endpoint zero: finds who answers a setup packet, checks the answer and performs it. */
final class ControlPipe {
    private static final Logger LOG = System.getLogger(ControlPipe.class.getName());

    private final DeviceStatus status;
    private final StandardRequests standardRequests;

    /**
     * Connects classes to endpoint zero.
     *
     * @param status knows which classes are in use
     * @param standardRequests asked before the classes: as where the kernel does it, nobody can keep a host from
     *     configuring the device
     */
    ControlPipe(DeviceStatus status, StandardRequests standardRequests) {
        this.status = status;
        this.standardRequests = standardRequests;
    }

    void handle(SetupPacket setup, InstantSource clock, UsbBus bus) {
        Reply reply = checkedReply(setup, clock.instant());
        ClassCall.make(setup, answered -> reply.perform(answered, bus, clock), setup);
    }

    private Reply checkedReply(SetupPacket setup, Instant now) {
        Reply reply;
        try {
            reply = reply(setup, now);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a class failed on " + setup + "; the request is stalled", e);
            return Reply.stall("a class failed: " + e);
        }
        Optional<String> objection = reply.objection(setup);
        if (objection.isPresent()) {
            LOG.log(Level.ERROR, "a class answered {0} with {1}; the request is stalled", setup, objection.get());
            return Reply.stall(objection.get());
        }
        return reply;
    }

    private Reply reply(SetupPacket setup, Instant now) {
        Optional<Reply> standard = standardRequests.control(setup);
        if (standard.isPresent()) {
            return standard.get();
        }
        for (UsbClass each : responsible(setup)) {
            Optional<Reply> reply = each.control(setup, now);
            if (reply.isPresent()) {
                return reply.get();
            }
        }
        return Reply.stall("nobody knows this request");
    }

    /** The owner where the request names an interface or an endpoint, nobody if that does not exist, else everybody. */
    private List<UsbClass> responsible(SetupPacket setup) {
        LiveConfiguration configuration = status.responsible();
        return switch (setup.recipient()) {
            case INTERFACE ->
                configuration.interfaceNumber(setup.target()).map(LiveInterface::owner).stream()
                        .toList();
            case ENDPOINT ->
                setup.target() == 0
                        ? configuration.classes()
                        : configuration.ownerOfEndpoint(setup.target()).stream().toList();
            case DEVICE, OTHER, RESERVED -> configuration.classes();
        };
    }
}
