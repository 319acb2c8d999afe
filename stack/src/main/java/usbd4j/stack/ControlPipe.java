package usbd4j.stack;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The default control pipe: finds the class that answers a setup packet, checks the reply and performs it. */
final class ControlPipe {
    private static final Logger LOG = System.getLogger(ControlPipe.class.getName());

    private final DeviceStatus status;
    private final StandardRequests standardRequests;

    /**
     * Connects classes to endpoint zero.
     *
     * @param status holds the classes of the current configuration
     * @param standardRequests answers before the classes do, as the kernel does, so that no class can keep a host from
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
            LOG.log(Level.ERROR, "a class threw an exception while handling " + setup + "; stalling the request", e);
            return Reply.stall("a class threw " + e);
        }
        Optional<String> objection = reply.objection(setup);
        if (objection.isPresent()) {
            LOG.log(Level.ERROR, "a class answered {0} with {1}; stalling the request", setup, objection.get());
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
        return Reply.stall("no class supports this request");
    }

    /**
     * Returns the owner of the addressed interface or endpoint, no class if it does not exist, and all classes for other
     * recipients.
     */
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
