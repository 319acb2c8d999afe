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

    private final List<UsbClass> classes;
    private final List<UsbClass> ownerOfInterface;
    private final StandardRequests standardRequests;

    /**
     * Connects classes to endpoint zero.
     *
     * @param classes in the order in which they are asked
     * @param ownerOfInterface the owner of interface 0 first
     * @param standardRequests asked after the classes
     */
    ControlPipe(List<UsbClass> classes, List<UsbClass> ownerOfInterface, StandardRequests standardRequests) {
        this.classes = classes;
        this.ownerOfInterface = ownerOfInterface;
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
        for (UsbClass each : responsible(setup)) {
            Optional<Reply> reply = each.control(setup, now);
            if (reply.isPresent()) {
                return reply.get();
            }
        }
        return standardRequests.control(setup).orElseGet(() -> Reply.stall("nobody knows this request"));
    }

    /** The owner where the request names an interface, nobody if that does not exist, else everybody. */
    private List<UsbClass> responsible(SetupPacket setup) {
        if (setup.recipient() != Recipient.INTERFACE) {
            return classes;
        }
        return setup.target() < ownerOfInterface.size() ? List.of(ownerOfInterface.get(setup.target())) : List.of();
    }
}
