package usbd4j.stack;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The default control pipe: finds the class that answers a setup packet, checks the reply and performs it. */
final class ControlPipe {
    private static final Logger LOG = System.getLogger(ControlPipe.class.getName());

    private final DeviceStatus status;
    private final StandardRequests standardRequests;
    private @Nullable HeldRequest held;
    private String answering = "";

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

    /** Called when a request arrives. */
    void handle(SetupPacket setup, InstantSource clock, UsbBus bus) {
        giveUp();
        Reply reply = checked(setup, reply(setup, clock.instant()));
        if (reply instanceof LaterReply later) {
            held = HeldRequest.begin(setup, later, answering, clock.instant(), bus::wakeUp);
        }
        perform(setup, reply, clock, bus);
    }

    /** Called in every turn of the loop: performs a reply that has come later. */
    void proceed(InstantSource clock, UsbBus bus) {
        HeldRequest request = held;
        if (request != null) {
            request.reply(clock.instant()).ifPresent(reply -> {
                held = null;
                perform(request.setup(), checked(request.setup(), reply), clock, bus);
            });
        }
    }

    private static void perform(SetupPacket setup, Reply reply, InstantSource clock, UsbBus bus) {
        ClassCall.make(setup, answered -> reply.perform(answered, bus, clock), setup);
    }

    /** {@return when a reply that comes later must be there, or empty if none is awaited} */
    Optional<Instant> until() {
        return held == null ? Optional.empty() : Optional.of(held.until());
    }

    /** Called when the host no longer waits for a reply that comes later. Does nothing if none is awaited. */
    void giveUp() {
        if (held != null) {
            held.giveUp();
            held = null;
        }
    }

    private Reply reply(SetupPacket setup, Instant now) {
        try {
            return replyOf(setup, now);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a class threw an exception while handling " + setup + "; stalling the request", e);
            return Reply.stall("a class threw " + e);
        }
    }

    private Reply checked(SetupPacket setup, Reply reply) {
        Optional<String> objection = reply.objection(setup);
        if (objection.isPresent()) {
            LOG.log(Level.ERROR, "{0} answered {1} with {2}; stalling the request", answering, setup, objection.get());
            return Reply.stall(objection.get());
        }
        return reply;
    }

    private Reply replyOf(SetupPacket setup, Instant now) {
        Optional<Reply> standard = standardRequests.control(setup);
        if (standard.isPresent()) {
            return standard.get();
        }
        for (UsbClass each : responsible(setup)) {
            Optional<Reply> reply = each.control(setup, now);
            if (reply.isPresent()) {
                answering = each.getClass().getName();
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
