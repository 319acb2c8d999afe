package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import usbd4j.stack.Direction;
import usbd4j.stack.Recipient;
import usbd4j.stack.Reply;
import usbd4j.stack.RequestType;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.UsbClass;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.UsbInterface;

/** A device that stops when the host has just taken its last answer, or does not take it at all. */
class AnswerIT {
    private static final Identity IDENTITY = Identity.of(0x1209, 0x0007);

    private static final SetupPacket ASK =
            SetupPacket.of(Direction.IN, RequestType.VENDOR, Recipient.INTERFACE, 1, 0, 0, 4);
    private static final SetupPacket TELL =
            SetupPacket.of(Direction.OUT, RequestType.VENDOR, Recipient.INTERFACE, 1, 0, 0, 4);
    private static final SetupPacket DO =
            SetupPacket.of(Direction.OUT, RequestType.VENDOR, Recipient.INTERFACE, 1, 0, 0, 0);
    private static final SetupPacket LEAVE =
            SetupPacket.of(Direction.OUT, RequestType.VENDOR, Recipient.INTERFACE, 2, 0, 0, 0);

    /** Answers when it may, and leaves when it is told to. */
    private static final class Patient implements UsbClass {
        private final CountDownLatch mayAnswer = new CountDownLatch(1);
        private final CountDownLatch mayLeave = new CountDownLatch(1);

        @Override
        public List<UsbInterface> interfaces() {
            return List.of(UsbInterface.of(0xFF, 0, 0));
        }

        @Override
        public Optional<Reply> control(SetupPacket setup, Instant now) {
            if (setup.equals(LEAVE)) {
                mayLeave.countDown();
                return Optional.of(Reply.ack());
            }
            await(mayAnswer);
            return Optional.of(answer(setup));
        }
    }

    private static Reply answer(SetupPacket setup) {
        if (setup.direction() == Direction.IN) {
            return Reply.data(ByteBuffer.wrap(new byte[] {1, 2, 3, 4}));
        }
        return setup.wLength() > 0 ? Reply.receive(data -> {}) : Reply.ack();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTheHostDoesNotTakeKeepsNobodyFromStopping(KernelBus bus) {
        for (int round = 0; round < 3; round++) {
            Patient late = new Patient();
            try (DeviceRig rig = bus.serve(IDENTITY, late)) {
                rig.host().giveUp(ASK);
                late.mayAnswer.countDown();
            }
        }
        Patient next = new Patient();
        next.mayAnswer.countDown();
        try (DeviceRig rig = bus.serve(IDENTITY, next)) {
            assertThat(rig.controlIn(ASK)).containsExactly(1, 2, 3, 4);
        }
    }

    static List<SetupPacket> requests() {
        return List.of(ASK, TELL, DO);
    }

    /** On FunctionFS: GadgetFS does not wait for the host. */
    @ParameterizedTest
    @MethodSource("requests")
    void anAnswerThatWasBrokenOffIsOver(SetupPacket request) {
        Patient late = new Patient();
        try (DeviceRig rig = DeviceRig.onFunctionFs(IDENTITY, late)) {
            rig.host().giveUp(request);
            late.mayAnswer.countDown();

            assertThat(rig.stopAndCatchUp()).succeedsWithin(Wait.LIMIT);
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aLaterAnswerThatTheHostDoesNotTakeKeepsNobodyFromStopping(SetupPacket request) {
        for (int round = 0; round < 5; round++) {
            Debtor debtor = new Debtor();
            try (DeviceRig rig = DeviceRig.onFunctionFs(IDENTITY, debtor)) {
                rig.host().giveUp(request);
                assertThat(debtor.owed().answer(answer(request))).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLastAnswerReachesTheHost(KernelBus bus) {
        for (int round = 0; round < 5; round++) {
            Patient leaving = new Patient();
            try (DeviceRig rig = bus.serve(IDENTITY, leaving)) {
                UsbHost host = rig.host();
                Thread stop = new Thread(() -> {
                    await(leaving.mayLeave);
                    rig.stop();
                });
                stop.start();

                assertThat(host.control(LEAVE)).as("in round %d", round).isPresent();
            }
        }
    }
}
