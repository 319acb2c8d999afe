package usbd4j.stack;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** A class's answer to a setup packet, as a value. */
public sealed interface Reply {
    /**
     * {@return why this is no possible answer to that request, or empty if it is one}
     *
     * @param setup the request
     */
    Optional<String> objection(SetupPacket setup);

    /**
     * Carries the answer out.
     *
     * @param setup the request, one to which there is no objection
     * @param bus where
     * @param clock tells the time when it is done
     */
    void perform(SetupPacket setup, UsbBus bus, InstantSource clock);

    /**
     * {@return the answer to an IN request: these bytes, of which the host gets at most wLength}
     *
     * @param bytes from position to limit; neither moves
     */
    static Reply data(ByteBuffer bytes) {
        return new Data(bytes);
    }

    /**
     * {@return the answer to an OUT request with a data stage: fetch it}
     *
     * @param receiver called with the data once they are all here, and not at all if the host gave up; the buffer is
     *     little-endian, and the receiver's only during the call
     */
    static Reply receive(Consumer<ByteBuffer> receiver) {
        return new Receive(receiver);
    }

    /** {@return the answer to an OUT request without a data stage: done} */
    static Reply ack() {
        return new Ack(now -> {});
    }

    /**
     * {@return the answer to an OUT request without a data stage: done}
     *
     * @param afterStatusStage called with the time once the host knows, and not at all if it gave up
     */
    static Reply ack(Consumer<Instant> afterStatusStage) {
        return new Ack(afterStatusStage);
    }

    /**
     * {@return a refusal}
     *
     * @param reason why, for the log
     */
    static Reply stall(String reason) {
        return new Stall(reason);
    }

    /**
     * Answers an IN request.
     *
     * @param bytes from position to limit; neither moves
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
     * Answers an OUT request that has a data stage.
     *
     * @param receiver called with the data once they are all here
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
     * Answers an OUT request that has no data stage.
     *
     * @param afterStatusStage called with the time once the host knows
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
     * Refuses.
     *
     * @param reason why, for the log
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
