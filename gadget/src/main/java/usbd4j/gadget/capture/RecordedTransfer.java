package usbd4j.gadget.capture;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import usbd4j.gadget.trace.ControlTransfer;
import usbd4j.gadget.trace.Ending;
import usbd4j.gadget.trace.EndpointTransfer;
import usbd4j.gadget.trace.TraceEvent;
import usbd4j.stack.Outcome;
import usbd4j.stack.descriptor.TransferType;
import usbd4j.stack.linux.Errno;

/**
 * A transfer: its beginning and its end.
 *
 * @param submitted when the host asked for it
 * @param completed when it was over
 */
record RecordedTransfer(Urb submitted, Urb completed) {
    BusAddress device() {
        return submitted.device();
    }

    boolean isControl() {
        return submitted.setup().isPresent();
    }

    /** {@return what was transferred} */
    ByteBuffer data() {
        return (submitted.address() & 0x80) == 0 ? submitted.data() : completed.data();
    }

    /** {@return the errno that it ended with, if it is none of those that say how a transfer ends as a matter of course} */
    Optional<String> trouble() {
        if (ending() != Ending.GIVEN_UP
                || isStatus(Errno.ENOENT)
                || isStatus(Errno.ECONNRESET)
                || isStatus(Errno.ETIMEDOUT)) {
            return Optional.empty();
        }
        return Optional.of(Errno.of(-completed.status()).map(Errno::toString).orElse("errno " + -completed.status()));
    }

    TraceEvent event() {
        return isControl()
                ? new ControlTransfer(
                        submitted.time(),
                        Duration.between(submitted.time(), completed.time()),
                        submitted.setup().orElseThrow(),
                        ending(),
                        data(),
                        "")
                : new EndpointTransfer(completed.time(), submitted.address(), type(), outcome(), data());
    }

    private Ending ending() {
        // EREMOTEIO: shorter than the host asked for, where it had said that it minds.
        if (completed.status() == 0 || isStatus(Errno.EREMOTEIO)) {
            return Ending.DONE;
        }
        return isStatus(Errno.EPIPE) ? Ending.STALLED : Ending.GIVEN_UP;
    }

    private Outcome outcome() {
        if (isStatus(Errno.EOVERFLOW)) {
            return Outcome.OVERFLOW;
        }
        return ending() == Ending.DONE ? Outcome.DONE : Outcome.DROPPED;
    }

    private TransferType type() {
        return switch (submitted.type()) {
            case Urb.ISOCHRONOUS -> TransferType.ISOCHRONOUS;
            case Urb.INTERRUPT -> TransferType.INTERRUPT;
            default -> TransferType.BULK;
        };
    }

    private boolean isStatus(Errno errno) {
        return completed.status() == -errno.number();
    }
}
