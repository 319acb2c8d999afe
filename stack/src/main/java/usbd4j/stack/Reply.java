package usbd4j.stack;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** A class's reply to a setup packet. */
public sealed interface Reply permits Reply.Data, Reply.Receive, Reply.Ack, Reply.Stall, LaterReply {
    /**
     * {@return why this reply does not fit the request, or empty if it does}
     *
     * @param setup the request
     */
    Optional<String> objection(SetupPacket setup);

    /**
     * Performs the reply on the bus.
     *
     * @param setup the request; {@link #objection} must be empty for it
     * @param bus the bus the request came from
     * @param clock read when the status stage is complete
     */
    void perform(SetupPacket setup, UsbBus bus, InstantSource clock);

    /**
     * {@return a reply to an IN request that sends these bytes, at most wLength of them}
     *
     * @param bytes the data, from position to limit; neither changes
     */
    static Reply data(ByteBuffer bytes) {
        return new Data(bytes);
    }

    /**
     * {@return a reply to an OUT request that receives its data stage}
     *
     * @param receiver called once all data has been received, not called if the host aborts the transfer; the buffer is
     *     little-endian and valid only during the call
     */
    static Reply receive(Consumer<ByteBuffer> receiver) {
        return new Receive(receiver);
    }

    /** {@return a reply that acknowledges an OUT request without a data stage} */
    static Reply ack() {
        return new Ack(now -> {});
    }

    /**
     * {@return a reply that acknowledges an OUT request without a data stage}
     *
     * @param afterStatusStage called with the time when the status stage is complete, not called if the host aborts the
     *     transfer
     */
    static Reply ack(Consumer<Instant> afterStatusStage) {
        return new Ack(afterStatusStage);
    }

    /**
     * {@return a reply that stalls the request}
     *
     * @param reason the reason, for the log
     */
    static Reply stall(String reason) {
        return new Stall(reason);
    }

    /**
     * {@return a reply that comes later, for which the host waits}
     *
     * @param longest how long the class takes at most, more than zero; the stack stalls the request after that
     * @param givenUp called once, on the device thread, if no answer is wanted any more before the class has answered: the
     *     host gave up the request or reset the bus, the time is over, or the device was closed
     */
    static LaterReply later(Duration longest, Runnable givenUp) {
        return new LaterReply(longest, givenUp);
    }

    /**
     * Sends the data stage of an IN request.
     *
     * @param bytes the data, from position to limit; neither changes
     */
    record Data(ByteBuffer bytes) implements Reply {
        @Override
        public Optional<String> objection(SetupPacket setup) {
            return setup.direction() == Direction.IN ? Optional.empty() : Optional.of("data for an OUT request");
        }

        @Override
        public void perform(SetupPacket setup, UsbBus bus, InstantSource clock) {
            ByteBuffer sent = bytes.duplicate();
            sent.limit(sent.position() + Math.min(sent.remaining(), setup.wLength()));
            bus.sendData(sent);
        }
    }

    /**
     * Receives the data stage of an OUT request.
     *
     * @param receiver called once all data has been received
     */
    record Receive(Consumer<ByteBuffer> receiver) implements Reply {
        @Override
        public Optional<String> objection(SetupPacket setup) {
            if (setup.direction() == Direction.IN) {
                return Optional.of("reception for an IN request");
            }
            return setup.wLength() > 0 ? Optional.empty() : Optional.of("reception without a data stage");
        }

        @Override
        public void perform(SetupPacket setup, UsbBus bus, InstantSource clock) {
            bus.receiveData(setup.wLength()).ifPresent(receiver);
        }
    }

    /**
     * Acknowledges an OUT request without a data stage.
     *
     * @param afterStatusStage called with the time when the status stage is complete
     */
    record Ack(Consumer<Instant> afterStatusStage) implements Reply {
        @Override
        public Optional<String> objection(SetupPacket setup) {
            if (setup.direction() == Direction.IN) {
                return Optional.of("acknowledgement of an IN request");
            }
            return setup.wLength() == 0 ? Optional.empty() : Optional.of("acknowledgement of an unread data stage");
        }

        @Override
        public void perform(SetupPacket setup, UsbBus bus, InstantSource clock) {
            if (bus.acknowledge()) {
                afterStatusStage.accept(clock.instant());
            }
        }
    }

    /**
     * Stalls the request.
     *
     * @param reason the reason, for the log
     */
    record Stall(String reason) implements Reply {
        @Override
        public Optional<String> objection(SetupPacket setup) {
            return Optional.empty();
        }

        @Override
        public void perform(SetupPacket setup, UsbBus bus, InstantSource clock) {
            bus.stall(reason);
        }
    }
}
