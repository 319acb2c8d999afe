package usbd4j.stack.gadgetfs;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import usbd4j.stack.linux.Errno;
import usbd4j.stack.linux.Readiness;
import usbd4j.stack.udc.ControlFile;

/**
 * The data stage of an OUT request. Never waits in the kernel, which (Linux 6.1 and 6.12) goes on waiting when the host sends
 * its next request instead of the data.
 */
final class OutData {
    /** The longest data stage: RBUF_SIZE of the kernel's drivers/usb/gadget/legacy/inode.c. */
    private static final int LONGEST = 256;

    private static final Duration BETWEEN_LOOKS = Duration.ofNanos(50_000);

    private final ByteBuffer data = ByteBuffer.allocate(LONGEST).order(ByteOrder.LITTLE_ENDIAN);

    /**
     * Receives the data of the pending request.
     *
     * @param file the file for control transfers
     * @param limit how long to wait for them
     * @return the number of bytes, or the negative errno: EAGAIN if they have not come in time, EIDRM if the host's next request
     *     has come, ECANCELED if the host has disconnected
     */
    int receive(ControlFile file, Duration limit) {
        long begun = System.nanoTime();
        while (true) {
            Readiness ready = file.readiness();
            if (ready.isHungUp()) {
                return -Errno.EIDRM.number();
            }
            if (ready.isReadable()) {
                // A read would take the events for data.
                return -Errno.ECANCELED.number();
            }
            int result = file.receiveIfThere(data.clear());
            if (result != -Errno.EAGAIN.number() || System.nanoTime() - begun > limit.toNanos()) {
                return result;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    /**
     * {@return the data received last}
     *
     * @param length how many there were
     */
    ByteBuffer received(int length) {
        return data.clear().limit(length);
    }
}
