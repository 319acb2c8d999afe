package usbd4j.stack.linux;

import com.sun.jna.Native;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;

/** A device that is plugged into this machine: its file of usbfs ({@code linux/usbdevice_fs.h}), through which a host asks it. */
public final class UsbDeviceFile implements AutoCloseable {
    /** Of struct usbdevfs_ctrltransfer: a setup packet, a time-out, and, as far into it as its width allows, a pointer. */
    private static final int TIMEOUT_AT = 8;

    /** Of wLength in the setup packet. */
    private static final int LENGTH_AT = 6;

    private static final int POINTER_AT = TIMEOUT_AT + Native.POINTER_SIZE;
    private static final int TRANSFER_LENGTH = POINTER_AT + Native.POINTER_SIZE;

    /** _IOWR('U', 0, struct usbdevfs_ctrltransfer). */
    private static final int USBDEVFS_CONTROL = 0xC000_5500 | TRANSFER_LENGTH << 16;

    private final FileDescriptor file;

    private UsbDeviceFile(FileDescriptor file) {
        this.file = file;
    }

    /**
     * {@return the device, open}
     *
     * @param file its file, such as {@code /dev/bus/usb/001/002}, which most users may not write
     * @throws LinuxException if it cannot be opened
     */
    public static UsbDeviceFile open(Path file) {
        return new UsbDeviceFile(FileDescriptor.openForBoth(file));
    }

    /**
     * {@return what the device answers}
     *
     * @param setup the 8 bytes of the setup packet of a request with an IN data stage, little-endian, from position to limit
     * @param timeout how long to wait for the answer
     * @throws LinuxException if it does not answer: EPIPE for a stall
     */
    public ByteBuffer controlIn(ByteBuffer setup, Duration timeout) {
        ByteBuffer packet = setup.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        int start = packet.position();
        int wLength = Short.toUnsignedInt(packet.getShort(start + LENGTH_AT));
        NativeMemory data = NativeMemory.allocate(Math.max(1, wLength));
        ByteBuffer transfer = ByteBuffer.allocateDirect(TRANSFER_LENGTH).order(ByteOrder.nativeOrder());
        transfer.put(packet.get()).put(packet.get());
        while (transfer.position() < TIMEOUT_AT) {
            // The processor's order.
            transfer.putShort(packet.getShort());
        }
        transfer.putInt(TIMEOUT_AT, (int) timeout.toMillis());
        if (Native.POINTER_SIZE == Long.BYTES) {
            transfer.putLong(POINTER_AT, data.addressAsNumber());
        } else {
            transfer.putInt(POINTER_AT, (int) data.addressAsNumber());
        }
        int result = file.control(USBDEVFS_CONTROL, transfer.clear());
        if (result < 0) {
            throw new LinuxException("cannot get an answer to a control request", -result);
        }
        return data.bytes().limit(result).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() {
        file.close();
    }
}
