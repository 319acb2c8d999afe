package usbd4j.stack.gadgetfs;

import java.nio.ByteBuffer;
import java.time.Duration;
import usbd4j.stack.Direction;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.linux.Errno;
import usbd4j.stack.linux.Readiness;
import usbd4j.stack.udc.ControlFile;

/**
 * A request that the host has sent in place of one that it gave up, before the device has seen it. GadgetFS (Linux 6.1 and
 * 6.12) reports this once, with EIDRM or EPOLLHUP. From then on it takes the next read or write for the answer to the new
 * request, and holds back all events until then: a device that waits for the event with the new request waits for ever.
 */
final class UnseenRequest {
    /** A host sends the data within a frame or two of the setup packet; a virtual board on a busy machine needs longer. */
    private static final Duration DATA_STAGE_BEGINS = Duration.ofMillis(20);

    private final OutData data = new OutData();
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
        Errno error;
        do {
            Readiness ready = file.readiness();
            if (ready.isReadable()) {
                return true;
            }
            if (ready.isHungUp()) {
                error = Errno.EIDRM;
            } else {
                error = ready.isWritable() ? answer(file) : receive(file);
            }
        } while (error == Errno.EIDRM);
        return error != Errno.EAGAIN;
    }

    /** Answers an IN request, or a request without data, without sending anything. */
    private Errno answer(ControlFile file) {
        int result = file.answerFromNowhere();
        // EFAULT for an IN request: the kernel regards it as answered before it copies the data. 0 if it wants none.
        Errno error = result == 0 ? Errno.EFAULT : Errno.of(-result).orElse(Errno.EIO);
        isStalled = error == Errno.EL2HLT;
        return error;
    }

    /** Takes the data before the setup packet: in this order the kernel hands out both. For SET_CONFIGURATION none come. */
    private Errno receive(ControlFile file) {
        int result = data.receive(file, DATA_STAGE_BEGINS);
        taken = Math.max(0, result);
        return Errno.of(-result).orElse(Errno.EIO);
    }

    /** {@return whether the data of the request were taken before its setup packet} */
    boolean hasData() {
        return taken > 0;
    }

    /** {@return those data, once} */
    ByteBuffer takeData() {
        ByteBuffer seen = data.received(taken);
        taken = 0;
        return seen;
    }

    /** Called when the device has seen a request without OUT data. {@return whether the kernel has stalled it already} */
    boolean forget(SetupPacket setup) {
        boolean isOver = isStalled && setup.direction() == Direction.OUT;
        forget();
        return isOver;
    }

    /** Called when the device has seen a request with its data. */
    void forget() {
        isStalled = false;
        taken = 0;
    }
}
