package usbd4j.stack.gadgetfs;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import usbd4j.stack.Direction;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.linux.Errno;
import usbd4j.stack.udc.ControlFile;

/**
 * A request that the host has sent in place of one that it gave up, before the device has seen it. GadgetFS (Linux 6.1 and
 * 6.12) reports this once, with EIDRM or EPOLLHUP. From then on it takes the next read or write for the answer to the new
 * request, and holds back all events until then: a device that waits for the event with the new request waits for ever.
 */
final class UnseenRequest {
    /** The longest data stage: RBUF_SIZE of the kernel's drivers/usb/gadget/legacy/inode.c. */
    private static final int LONGEST_DATA_STAGE = 256;

    /** A host sends the data within a frame or two of the setup packet; a virtual board on a busy machine needs longer. */
    private static final Duration DATA_STAGE_BEGINS = Duration.ofMillis(20);

    private final ByteBuffer data = ByteBuffer.allocate(LONGEST_DATA_STAGE).order(ByteOrder.LITTLE_ENDIAN);
    private int taken;
    private boolean isStalled;

    /**
     * Makes the kernel report events again.
     *
     * @param file the file for control transfers
     * @return whether it does; otherwise only a device that connects anew hears of the host again
     */
    boolean release(ControlFile file) {
        forget();
        Errno error = file.answerFromNowhere();
        while (error == Errno.EIDRM) {
            error = file.answerFromNowhere();
        }
        return switch (error) {
            // An IN request: the kernel regards it as answered before it copies the data, but has sent nothing.
            case EFAULT -> true;
            // A request without data.
            case EL2HLT -> {
                isStalled = true;
                yield true;
            }
            // SET_CONFIGURATION, or a request with OUT data.
            default -> takeData(file);
        };
    }

    /** Takes the data before the setup packet: in this order the kernel hands out both. */
    private boolean takeData(ControlFile file) {
        long begun = System.nanoTime();
        int result = file.receiveWithoutWaiting(data.clear());
        while (result == -Errno.EAGAIN.number() && System.nanoTime() - begun < DATA_STAGE_BEGINS.toNanos()) {
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
            result = file.receiveWithoutWaiting(data.clear());
        }
        taken = Math.max(0, result);
        return switch (Errno.of(-result).orElse(Errno.EIO)) {
            case EAGAIN -> false;
            case EIDRM -> release(file);
            // Taken, or given up by the host.
            default -> true;
        };
    }

    /** {@return whether the kernel has stalled a request already} */
    boolean isStalled(SetupPacket setup) {
        return isStalled && setup.direction() == Direction.OUT && setup.wLength() == 0;
    }

    /**
     * {@return the data of a request, if they were taken before its setup packet}
     *
     * @param setup the request
     * @param file the file for control transfers
     */
    Optional<ByteBuffer> data(SetupPacket setup, ControlFile file) {
        if (taken == 0 || setup.direction() == Direction.IN) {
            return Optional.empty();
        }
        // If the kernel has data once more, the host has sent yet another request, and the setup packet is that one's.
        int newer = file.receiveWithoutWaiting(data.clear());
        int length = newer == -Errno.EAGAIN.number() ? taken : Math.max(0, newer);
        taken = 0;
        return length == setup.wLength() ? Optional.of(data.limit(length)) : Optional.empty();
    }

    /** Called when the device has seen the request, or has connected anew. */
    void forget() {
        isStalled = false;
        taken = 0;
    }
}
