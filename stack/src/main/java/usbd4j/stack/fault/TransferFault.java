package usbd4j.stack.fault;

import java.time.Duration;
import usbd4j.stack.Endpoint;
import usbd4j.stack.UsbBus;

/** What happens to a transfer of a bulk or interrupt endpoint. */
public sealed interface TransferFault {
    /**
     * Called when the transfer is the next one on the endpoint, and nothing of it is on the bus.
     *
     * @param bus the bus
     * @param endpoint the bus's endpoint
     */
    default void strike(UsbBus bus, Endpoint endpoint) {}

    /** {@return how long the endpoint then answers NAK} */
    default Duration pause() {
        return Duration.ZERO;
    }

    /**
     * {@return how many bytes of the transfer there are}
     *
     * @param right how many there should be
     */
    default int length(int right) {
        return right;
    }

    /** Nothing happens. */
    record None() implements TransferFault {}

    /** The endpoint is halted until the host clears the halt; then the transfer follows. */
    record Halt() implements TransferFault {
        @Override
        public void strike(UsbBus bus, Endpoint endpoint) {
            endpoint.halt();
        }

        @Override
        public String toString() {
            return "halt";
        }
    }

    /**
     * The endpoint answers NAK for a time; then the transfer follows.
     *
     * @param pause the time
     */
    record Nak(Duration pause) implements TransferFault {
        @Override
        public String toString() {
            return "NAK for " + pause.toMillis() + " ms";
        }
    }

    /**
     * The transfer is cut: what the host gets of an IN endpoint, or what the class gets of an OUT endpoint. The other side learns
     * nothing of it.
     *
     * @param most how many bytes are left, from 0
     */
    record Cut(int most) implements TransferFault {
        @Override
        public int length(int right) {
            return Math.min(right, most);
        }

        @Override
        public String toString() {
            return "cut to " + most + " bytes";
        }
    }

    /** The device sends more than the host asks for, of which the host keeps nothing; then the transfer follows. */
    record Babble() implements TransferFault {
        @Override
        public void strike(UsbBus bus, Endpoint endpoint) {
            bus.babble(endpoint);
        }

        @Override
        public String toString() {
            return "babble";
        }
    }
}
