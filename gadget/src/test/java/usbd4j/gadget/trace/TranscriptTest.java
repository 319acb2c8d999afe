package usbd4j.gadget.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import usbd4j.dfu.DfuRequest;
import usbd4j.gadget.transcript.StandardError;
import usbd4j.stack.BusEvent;
import usbd4j.stack.BusListener;
import usbd4j.stack.Recipient;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.StandardRequest;
import usbd4j.stack.Transfer;

class TranscriptTest {
    private static final Instant NOW = Instant.EPOCH;
    private static final SetupPacket DETACH = DfuRequest.DETACH.setup(0, 1000, 0);

    @AutoClose
    private final StandardError err = new StandardError(Level.INFO);

    private final List<TraceEvent> kept = new ArrayList<>();
    private final OneThingBus bus = new OneThingBus();
    private Instant now = NOW;
    private Instant elapsed = NOW;
    private final Transcript transcript =
            new Transcript(bus, List.of(new LiveLog(), kept::add), () -> now, () -> elapsed);
    private final List<String> chosen = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "RESET, bus reset",
        "CONFIGURED, 'configured by the host, full-speed'",
        "DECONFIGURED, deconfigured by the host",
        "SUSPENDED, suspended",
        "RESUMED, resumed",
        "DETACHED, no longer connected to the host"
    })
    void anEventIsALine(BusEvent event, String line) {
        bus.event(event);
        List<BusEvent> told = new ArrayList<>();
        transcript.await(Optional.of(Duration.ZERO), listener(setup -> {}, told::add));

        assertThat(err.linesWithoutTime()).containsExactly(line);
        assertThat(told).containsExactly(event);
    }

    @Test
    void aControllerThatIsGoneIsNotAskedForItsSpeed() {
        bus.isGone = true;
        bus.event(BusEvent.DETACHED);
        transcript.await(Optional.of(Duration.ZERO), listener(setup -> {}, event -> {}));

        assertThat(err.linesWithoutTime()).containsExactly("no longer connected to the host");
    }

    @Test
    void aClockThatIsSetBackDoesNotChangeWhatATransferTook() {
        bus.setup(DETACH);
        transcript.await(
                Optional.of(Duration.ZERO),
                listener(
                        setup -> {
                            now = NOW.minusSeconds(3600);
                            elapsed = NOW.plusMillis(5);
                            transcript.acknowledge();
                        },
                        event -> {}));

        assertThat(kept)
                .singleElement()
                .asInstanceOf(type(ControlTransfer.class))
                .returns(NOW, ControlTransfer::time)
                .returns(Duration.ofMillis(5), ControlTransfer::took);
    }

    @Test
    void anAlternateSettingThatTheKernelHasTakenIsTold() {
        bus.alternateSetting(1, 2);
        transcript.await(Optional.of(Duration.ZERO), listener(setup -> {}, event -> {}));

        assertThat(err.linesWithoutTime()).containsExactly("interface 1: alternate setting 2");
        assertThat(chosen).containsExactly("2 of 1");
    }

    @Test
    void dataAreTold() {
        serve(DfuRequest.GETSTATE.setup(0, 0, 1), () -> transcript.sendData(ByteBuffer.allocate(1)));

        assertThat(err.linesWithoutTime()).containsExactly("GETSTATE -> appIDLE");
        assertThat(bus.calls).containsExactly("sendData 1");
    }

    @Test
    void receivedDataAreCounted() {
        serve(DfuRequest.DNLOAD.setup(0, 7, 64), () -> transcript.receiveData(64));

        assertThat(err.linesWithoutTime()).containsExactly("DNLOAD (wBlockNum 7, wLength 64) -> 64 bytes");
        assertThat(bus.calls).containsExactly("receiveData 64");
    }

    @Test
    void anAcknowledgementIsTold() {
        serve(DETACH, transcript::acknowledge);

        assertThat(err.linesWithoutTime()).containsExactly("DETACH (wTimeout 1000) -> done");
        assertThat(bus.calls).containsExactly("acknowledge");
    }

    @Test
    void aConfigurationThatTheDeviceItselfAcknowledgesIsTold() {
        serve(StandardRequest.SET_CONFIGURATION.setup(Recipient.DEVICE, 1, 0, 0), transcript::acknowledge);

        assertThat(err.linesWithoutTime())
                .containsExactly(
                        "OUT standard request SET_CONFIGURATION to device (wValue 1, wIndex 0, wLength 0) -> done",
                        "configured by the host, full-speed");
    }

    @Test
    void aStallIsToldWithItsReason() {
        serve(DETACH, () -> transcript.stall("not today"));

        assertThat(err.linesWithoutTime()).containsExactly("DETACH (wTimeout 1000) -> stall: not today");
        assertThat(bus.calls).containsExactly("stall not today");
    }

    @Test
    void aHostThatGaveUpIsTold() {
        bus.hostIsThere = false;
        serve(DETACH, transcript::acknowledge);

        assertThat(err.linesWithoutTime()).containsExactly("DETACH (wTimeout 1000) -> the host had given up");
    }

    @Test
    void anAnswerThatComesLaterIsToldTwice() {
        serve(DETACH, transcript::hold);
        transcript.acknowledge();

        assertThat(err.linesWithoutTime())
                .containsExactly("DETACH (wTimeout 1000) -> answered later", "DETACH (wTimeout 1000) -> done");
    }

    @Test
    void theEventsHaveTimesAndData() {
        serve(DfuRequest.GETSTATE.setup(0, 0, 1), () -> transcript.sendData(ByteBuffer.allocate(1)));

        assertThat(kept)
                .containsExactly(new ControlTransfer(
                        NOW,
                        Duration.ZERO,
                        DfuRequest.GETSTATE.setup(0, 0, 1),
                        Ending.DONE,
                        ByteBuffer.allocate(1),
                        ""));
    }

    @Test
    void anAnswerWithoutARequestIsAMistake() {
        assertThatIllegalStateException().isThrownBy(transcript::acknowledge);
    }

    @Test
    void wakingUpAndClosingGoThrough() {
        transcript.wakeUp();
        transcript.close();

        assertThat(bus.calls).containsExactly("wakeUp", "close");
    }

    private void serve(SetupPacket request, Runnable answer) {
        bus.setup(request);
        transcript.await(Optional.empty(), listener(setup -> answer.run(), event -> {}));
    }

    private BusListener listener(Consumer<SetupPacket> onSetup, Consumer<BusEvent> onEvent) {
        return new BusListener() {
            @Override
            public void alternateSetting(int bInterfaceNumber, int bAlternateSetting) {
                chosen.add("%d of %d".formatted(bAlternateSetting, bInterfaceNumber));
            }

            @Override
            public void transferred(Transfer transfer) {
                throw new AssertionError("there are no endpoints");
            }

            @Override
            public void setup(SetupPacket setup) {
                onSetup.accept(setup);
            }

            @Override
            public void givenUp() {}

            @Override
            public void event(BusEvent event) {
                onEvent.accept(event);
            }
        };
    }
}
