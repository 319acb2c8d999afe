package usbd4j.stack.fault;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import usbd4j.stack.BusDecorator;
import usbd4j.stack.BusEvent;
import usbd4j.stack.Endpoint;
import usbd4j.stack.Recipient;
import usbd4j.stack.StandardRequest;
import usbd4j.stack.Transfer;
import usbd4j.stack.UsbBus;
import usbd4j.stack.UsbClass;
import usbd4j.stack.UsbException;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.UsbEndpoint;
import usbd4j.stack.descriptor.UsbInterface;
import usbd4j.stack.example.Loopback;
import usbd4j.stack.memory.BabbleException;
import usbd4j.stack.memory.Host;
import usbd4j.stack.memory.NakException;
import usbd4j.stack.memory.StallException;

/** Each fault strikes the transfers that it is for, in the way that it says, and no others. */
class FaultyEndpointsTest {
    private static final int LENGTH = 512;
    private static final TransferFault HALT = new TransferFault.Halt();
    private static final TransferFault NAK = new TransferFault.Nak(ofMillis(300));
    private static final TransferFault CUT = new TransferFault.Cut(2);

    private final Numbers numbers = new Numbers();

    private static Trigger second() {
        return new Trigger(any -> true, 2, 2, 1, 1, 0);
    }

    private Host host(int bEndpointAddress, TransferFault fault) {
        return host(bEndpointAddress, fault, second(), numbers);
    }

    private static Host host(int bEndpointAddress, TransferFault fault, Trigger trigger, UsbClass usbClass) {
        return Host.attach(
                Identity.of(0x1209, 0x0001),
                (bus, clock) -> new FaultyEndpoints(bus, bEndpointAddress, fault, trigger, "fault", clock),
                usbClass);
    }

    private static void assertSends(Host host, int bEndpointAddress, int... numbers) {
        for (int each : numbers) {
            assertThat(host.read(bEndpointAddress, LENGTH)).containsExactly(each, each, each, each);
        }
    }

    private static byte status(Host host, int bEndpointAddress) {
        return host.control(StandardRequest.GET_STATUS.setup(Recipient.ENDPOINT, 0, bEndpointAddress, 2))[0];
    }

    @Test
    void aHaltedEndpointStallsUntilTheHostClearsIt() {
        Host host = host(Numbers.IN, HALT);
        assertThat(status(host, Numbers.IN)).isZero();
        assertSends(host, Numbers.IN, 1);

        assertThat(status(host, Numbers.IN)).isEqualTo((byte) 1);
        assertThatThrownBy(() -> host.read(Numbers.IN, LENGTH)).isInstanceOf(StallException.class);
        assertThatThrownBy(() -> host.read(Numbers.IN, LENGTH)).isInstanceOf(StallException.class);

        host.clearHalt(Numbers.IN);
        assertThat(status(host, Numbers.IN)).isZero();
        assertSends(host, Numbers.IN, 2, 3, 4, 5);
    }

    @Test
    void aHaltForDataFromTheHostStallsThem() {
        Host host = host(Numbers.OUT, HALT);
        host.write(Numbers.OUT, (byte) 1);

        assertThatThrownBy(() -> host.write(Numbers.OUT, (byte) 2)).isInstanceOf(StallException.class);
        host.clearHalt(Numbers.OUT);
        host.write(Numbers.OUT, (byte) 3);

        assertThat(numbers.received()).containsExactly(new byte[] {1}, new byte[] {3});
    }

    @Test
    void otherEndpointsAreAsTheyWere() {
        Host host = host(Numbers.IN, HALT);
        assertSends(host, Numbers.IN, 1);

        assertSends(host, Numbers.OTHER_IN, 1, 2, 3, 4, 5);
        host.write(Numbers.OUT, (byte) 1);
        assertThat(status(host, Numbers.OTHER_IN)).isZero();
        assertThat(numbers.received()).hasSize(1);
    }

    @Test
    void anInterruptEndpointIsHaltedAsABulkOneIs() {
        Host host = host(Numbers.OTHER_IN, HALT);
        assertSends(host, Numbers.OTHER_IN, 1);

        assertThatThrownBy(() -> host.read(Numbers.OTHER_IN, 8)).isInstanceOf(StallException.class);
    }

    @Test
    void anEndpointThatAnswersNakGoesOnWhenItsTimeHasCome() {
        Host host = host(Numbers.IN, NAK);
        assertSends(host, Numbers.IN, 1);
        host.advance(ofMillis(299));
        assertThatThrownBy(() -> host.read(Numbers.IN, LENGTH)).isInstanceOf(NakException.class);

        host.advance(ofMillis(1));

        assertSends(host, Numbers.IN, 2, 3, 4, 5);
    }

    @Test
    void aHostThatResetsADeviceThatAnswersNakIsServedAtOnce() {
        Host host = host(Numbers.OUT, NAK);
        host.write(Numbers.OUT, (byte) 1);
        assertThatThrownBy(() -> host.write(Numbers.OUT, (byte) 2)).isInstanceOf(NakException.class);

        host.reset();
        host.write(Numbers.OUT, (byte) 3);

        assertThat(numbers.dropped()).isEqualTo(3);
        assertThat(numbers.received()).containsExactly(new byte[] {1}, new byte[] {3});
    }

    @Test
    void theTimeOfNakBeginsWhenTheHostConfiguresTheDevice() {
        Host host = host(Numbers.IN, NAK, new Trigger(any -> true, 1, 1, 1, 1, 0), numbers);
        host.advance(ofMillis(299));

        assertThatThrownBy(() -> host.read(Numbers.IN, LENGTH)).isInstanceOf(NakException.class);
        host.advance(ofMillis(1));
        assertSends(host, Numbers.IN, 1, 2);
    }

    @Test
    void aShortTransferIsCutAndTheNextOnesAreWhole() {
        Host host = host(Numbers.IN, CUT);
        assertSends(host, Numbers.IN, 1);

        assertThat(host.read(Numbers.IN, LENGTH)).containsExactly(2, 2);
        assertSends(host, Numbers.IN, 3, 4, 5, 6);
    }

    @Test
    void aTransferOfNoBytesIsAnEmptyPacket() {
        Host host = host(Numbers.IN, new TransferFault.Cut(0));
        assertSends(host, Numbers.IN, 1);

        assertThat(host.read(Numbers.IN, LENGTH)).isEmpty();
        assertSends(host, Numbers.IN, 3);
    }

    @Test
    void aClassGetsTheBeginningOfATransferThatIsCut() {
        Host host = host(Numbers.OUT, CUT);
        for (byte i = 1; i <= 4; i++) {
            host.write(Numbers.OUT, i, i, i);
        }

        assertThat(numbers.received())
                .containsExactly(new byte[] {1, 1, 1}, new byte[] {2, 2}, new byte[] {3, 3, 3}, new byte[] {4, 4, 4});
    }

    @Test
    void aDeviceThatBabblesSendsTheSameDataToAHostThatTriesAgain() {
        Host host = host(Numbers.IN, new TransferFault.Babble());
        assertSends(host, Numbers.IN, 1);

        assertThatThrownBy(() -> host.read(Numbers.IN, LENGTH)).isInstanceOf(BabbleException.class);
        assertSends(host, Numbers.IN, 2, 3, 4);
    }

    @Test
    void transfersThatAResetDropsAreNotCounted() {
        Host host = host(Numbers.OUT, HALT);
        host.reset();
        host.configure(1);
        host.reset();

        host.write(Numbers.OUT, (byte) 1);
        assertThatThrownBy(() -> host.write(Numbers.OUT, (byte) 2)).isInstanceOf(StallException.class);
    }

    @Test
    void aHaltIsOverAfterAResetAndDoesNotComeAgain() {
        Host host = host(Numbers.OUT, HALT);
        host.write(Numbers.OUT, (byte) 1);
        host.reset();

        host.write(Numbers.OUT, (byte) 2);
        host.write(Numbers.OUT, (byte) 3);

        assertThat(numbers.received()).hasSize(3);
    }

    @Test
    void dataOfAHostBeforeAResetDoNotReachTheOneAfterIt() {
        Host host = host(0x81, NAK, second(), new Loopback());
        for (byte i = 1; i <= 3; i++) {
            host.write(0x02, i);
        }
        assertThat(host.read(0x81, LENGTH)).containsExactly(1);
        host.reset();

        host.write(0x02, (byte) 9);
        assertThat(host.read(0x81, LENGTH)).containsExactly(9);
    }

    /** Sends how often it was configured, each time it is. */
    private static final class Greeter implements UsbClass {
        private final List<Endpoint> in = new ArrayList<>();
        private byte count;

        @Override
        public List<UsbInterface> interfaces() {
            return List.of(UsbInterface.of(0xFF, 0, 0).with(UsbEndpoint.bulkIn()));
        }

        @Override
        public void endpoints(List<Endpoint> endpoints) {
            in.addAll(endpoints);
        }

        @Override
        public void event(BusEvent event, Instant now) {
            if (event == BusEvent.CONFIGURED) {
                count++;
                Transfer greeting = in.get(0).transfer(1, done -> {});
                greeting.buffer().put(0, count);
                greeting.submit();
            }
        }
    }

    @Test
    void whatAClassSendsWhenItIsConfiguredAgainIsNotDroppedWithWhatItSentBefore() {
        Host host = host(0x81, HALT, second(), new Greeter());

        host.configure(1);

        assertThat(host.read(0x81, LENGTH)).containsExactly(2);
    }

    @Test
    void severalFaultsMayBeOnOneEndpoint() {
        Trigger third = new Trigger(any -> true, 3, 3, 1, 1, 0);
        Host host = Host.attach(
                Identity.of(0x1209, 0x0001),
                (bus, clock) -> new FaultyEndpoints(
                        new FaultyEndpoints(bus, Numbers.IN, CUT, second(), "cut", clock),
                        Numbers.IN,
                        HALT,
                        third,
                        "halt",
                        clock),
                numbers);
        assertSends(host, Numbers.IN, 1);

        assertThat(host.read(Numbers.IN, LENGTH)).containsExactly(2, 2);
        assertThatThrownBy(() -> host.read(Numbers.IN, LENGTH)).isInstanceOf(StallException.class);
        host.clearHalt(Numbers.IN);
        assertSends(host, Numbers.IN, 3, 4);
    }

    /** As controllers may, of an endpoint whose FIFO is not empty. */
    private static final class Unwilling extends BusDecorator {
        Unwilling(UsbBus bus) {
            super(bus);
        }

        @Override
        public void babble(Endpoint endpoint) {
            throw new UsbException("not now");
        }
    }

    @Test
    void aTransferOfAFaultThatTheBusRefusesIsTransferred() {
        TransferFault babble = new TransferFault.Babble();
        Host host = Host.attach(
                Identity.of(0x1209, 0x0001),
                (bus, clock) -> new FaultyEndpoints(new Unwilling(bus), Numbers.IN, babble, second(), "babble", clock),
                numbers);

        assertSends(host, Numbers.IN, 1, 2, 3);
    }

    @Test
    void aFaultOnAnEndpointThatIsNotThereIsRefused() {
        assertThatExceptionOfType(MissingEndpointException.class)
                .isThrownBy(() -> host(0x83, HALT))
                .withMessage(
                        "a fault is on endpoint 0x83, and the device has 0x81 (bulk), 0x82 (interrupt), 0x03 (bulk)");
    }
}
