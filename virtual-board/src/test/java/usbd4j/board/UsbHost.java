package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import usbd4j.stack.Direction;
import usbd4j.stack.SetupPacket;

/**
 * The board's own host, through usbfs: any control request, resets, interfaces and configurations. What it does to the
 * whole device it does through sysfs.
 */
final class UsbHost implements AutoCloseable {
    private static final int O_RDWR = 2;
    private static final int TIMEOUT_MILLIS = 5000;
    // From linux/usbdevice_fs.h, for a machine of 64 bits.
    private static final long USBDEVFS_CONTROL = 0xC0185500L;
    private static final long USBDEVFS_SETINTERFACE = 0x80085504L;
    private static final long USBDEVFS_CLAIMINTERFACE = 0x8004550FL;
    private static final long USBDEVFS_RELEASEINTERFACE = 0x80045510L;
    private static final long USBDEVFS_RESET = 0x5514L;
    private static final int CTRLTRANSFER_LENGTH = 24;

    private static final int EPIPE = 32;

    static {
        Native.register(UsbHost.class, "c");
    }

    private final Path sysfs;
    private final int fd;

    private UsbHost(Path sysfs) {
        this.sysfs = sysfs;
        int bus = Integer.parseInt(read(sysfs, "busnum"));
        int device = Integer.parseInt(read(sysfs, "devnum"));
        this.fd = open("/dev/bus/usb/%03d/%03d".formatted(bus, device), O_RDWR);
        assertThat(fd).as("usbfs file of %s", sysfs).isNotNegative();
    }

    private static native int open(String path, int flags);

    private static native int close(int fd);

    private static native int ioctl(int fd, long request, Pointer argument);

    /** {@return the device with these numbers, as soon as the host has configured it} */
    static UsbHost of(int idVendor, int idProduct) {
        return Wait.forPresence("device %04x:%04x".formatted(idVendor, idProduct), () -> find(idVendor, idProduct));
    }

    private static Optional<UsbHost> find(int idVendor, int idProduct) {
        try (Stream<Path> devices = Files.list(Path.of("/sys/bus/usb/devices"))) {
            return devices.filter(each -> number(each, "idVendor") == idVendor
                            && number(each, "idProduct") == idProduct
                            && read(each, "bConfigurationValue").equals("1"))
                    .findFirst()
                    .map(UsbHost::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return what the device answered; empty if it stalled} */
    Optional<byte[]> control(SetupPacket setup, byte... out) {
        try (Memory data = new Memory(Math.max(1, setup.wLength()));
                Memory transfer = new Memory(CTRLTRANSFER_LENGTH)) {
            data.write(0, out, 0, out.length);
            transfer.setByte(0, (byte) setup.bmRequestType());
            transfer.setByte(1, (byte) setup.bRequest());
            transfer.setShort(2, (short) setup.wValue());
            transfer.setShort(4, (short) setup.wIndex());
            transfer.setShort(6, (short) setup.wLength());
            transfer.setInt(8, TIMEOUT_MILLIS);
            transfer.setPointer(16, data);
            int length = ioctl(fd, USBDEVFS_CONTROL, transfer);
            if (length < 0) {
                assertThat(Native.getLastError()).as("errno of %s", setup).isEqualTo(EPIPE);
                return Optional.empty();
            }
            return Optional.of(setup.direction() == Direction.IN ? data.getByteArray(0, length) : new byte[0]);
        }
    }

    /** Resets the bus. If the device comes back as another one the kernel says so, and that is no failure here. */
    void reset() {
        int ignored = ioctl(fd, USBDEVFS_RESET, Pointer.NULL);
    }

    void claim(int bInterfaceNumber) {
        withNumbers(USBDEVFS_CLAIMINTERFACE, bInterfaceNumber);
    }

    void release(int bInterfaceNumber) {
        withNumbers(USBDEVFS_RELEASEINTERFACE, bInterfaceNumber);
    }

    /** Sends SET_INTERFACE for an interface that is claimed. */
    void setInterface(int bInterfaceNumber, int bAlternateSetting) {
        withNumbers(USBDEVFS_SETINTERFACE, bInterfaceNumber, bAlternateSetting);
    }

    private void withNumbers(long request, int... numbers) {
        try (Memory argument = new Memory((long) numbers.length * Integer.BYTES)) {
            argument.write(0, numbers, 0, numbers.length);
            assertThat(ioctl(fd, request, argument))
                    .as("ioctl 0x%x, errno %d", request, Native.getLastError())
                    .isNotNegative();
        }
    }

    /** Sends SET_CONFIGURATION. */
    void setConfiguration(int bConfigurationValue) {
        write(sysfs.resolve("bConfigurationValue"), Integer.toString(bConfigurationValue));
    }

    static void write(Path attribute, String value) {
        try {
            Files.writeString(attribute, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return an attribute, or nothing if the device is not there any more} */
    static String read(Path directory, String attribute) {
        try {
            return Files.readString(directory.resolve(attribute)).strip().toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            return "";
        }
    }

    private static int number(Path directory, String attribute) {
        String text = read(directory, attribute);
        return text.isEmpty() ? -1 : Integer.parseInt(text, 16);
    }

    @Override
    public void close() {
        close(fd);
    }
}
