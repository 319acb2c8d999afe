package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import usbd4j.stack.Direction;
import usbd4j.stack.Recipient;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.StandardRequest;
import usbd4j.stack.descriptor.DescriptorType;
import usbd4j.stack.descriptor.EndpointDescriptor;
import usbd4j.stack.descriptor.TransferType;

/**
 * The board's own host, through usbfs: any control request, resets, interfaces and configurations. What it does to the
 * whole device it does through sysfs.
 */
final class UsbHost implements AutoCloseable {
    private static final int O_RDWR = 2;
    private static final int TIMEOUT_MILLIS = 5000;
    // From linux/usbdevice_fs.h. A request's number has the length of what it takes; what three of them take ends
    // with a pointer.
    private static final int POINTER_AT = 8 + Native.POINTER_SIZE;
    private static final int TRANSFER_LENGTH = POINTER_AT + Native.POINTER_SIZE;
    private static final int DRIVER_REQUEST_LENGTH = 8 + Native.POINTER_SIZE;
    private static final int USBDEVFS_CONTROL = 0xC0005500 | TRANSFER_LENGTH << 16;
    private static final int USBDEVFS_BULK = 0xC0005502 | TRANSFER_LENGTH << 16;
    private static final int USBDEVFS_IOCTL = 0xC0005512 | DRIVER_REQUEST_LENGTH << 16;
    private static final int USBDEVFS_SETINTERFACE = 0x80085504;
    private static final int USBDEVFS_SETCONFIGURATION = 0x80045505;
    private static final int USBDEVFS_CLAIMINTERFACE = 0x8004550F;
    private static final int USBDEVFS_RELEASEINTERFACE = 0x80045510;
    private static final int USBDEVFS_RESET = 0x5514;
    private static final int USBDEVFS_CLEAR_HALT = 0x80045515;
    // From drivers/usb/misc/usbtest.c: _IOWR('U', 100, struct usbtest_param_32), seven numbers.
    private static final int USBTEST_REQUEST = 0xC01C5564;
    private static final int USBTEST_PARAM_LENGTH = 7 * Integer.BYTES;
    private static final int DIRECTION_IN = 0x80;

    private static final int IMPATIENT_MILLIS = 100;

    static final int ENODEV = 19;
    private static final int EPIPE = 32;
    private static final int ETIMEDOUT = 110;

    static {
        Native.register(UsbHost.class, "c");
    }

    private final Path sysfs;
    private final int devnum;
    private final int fd;
    private boolean isClosed;

    private UsbHost(Path sysfs) {
        this.sysfs = sysfs;
        int bus = Integer.parseInt(read(sysfs, "busnum"));
        this.devnum = Integer.parseInt(read(sysfs, "devnum"));
        this.fd = open("/dev/bus/usb/%03d/%03d".formatted(bus, devnum), O_RDWR);
        assertThat(fd).as("usbfs file of %s", sysfs).isNotNegative();
    }

    private static native int open(String path, int flags);

    private static native int close(int fd);

    private static native int ioctl(int fd, int request, Pointer argument);

    /** {@return the device with these numbers, as soon as the host has configured it} */
    static UsbHost of(int idVendor, int idProduct) {
        return Wait.forPresence("device %04x:%04x".formatted(idVendor, idProduct), () -> find(idVendor, idProduct));
    }

    /**
     * Waits until the host has all answers that it asks a device for by itself. Only then may a device on GadgetFS go by force:
     * an answer that is on its way would take the board's kernel with it.
     */
    static void awaitQuiet(int idVendor, int idProduct) {
        // The kernel opens a device when it is through with it, and asks one thing after the other.
        try (UsbHost host = UsbHost.of(idVendor, idProduct)) {
            assertThat(host.control(StandardRequest.GET_STATUS.setup(Recipient.DEVICE, 0, 0, 2)))
                    .as("status of the device")
                    .isPresent();
        }
    }

    /** Waits until the host has forgotten a device that has left. Until then {@link #of} might find it in place of the next one. */
    static void awaitGone(int idVendor, int idProduct) {
        Wait.until("device %04x:%04x is gone".formatted(idVendor, idProduct), () -> !knows(idVendor, idProduct));
    }

    /** {@return whether the board's host has such a device, or has not forgotten it yet} */
    static boolean knows(int idVendor, int idProduct) {
        return !devices(idVendor, idProduct).isEmpty();
    }

    private static Optional<UsbHost> find(int idVendor, int idProduct) {
        return devices(idVendor, idProduct).stream()
                .filter(each -> read(each, "bConfigurationValue").equals("1"))
                .findFirst()
                .map(UsbHost::new);
    }

    private static List<Path> devices(int idVendor, int idProduct) {
        try (Stream<Path> devices = Files.list(Path.of("/sys/bus/usb/devices"))) {
            return devices.filter(
                            each -> number(each, "idVendor") == idVendor && number(each, "idProduct") == idProduct)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return what the device answered; empty if it stalled} */
    Optional<byte[]> control(SetupPacket setup, byte... out) {
        try (Memory data = new Memory(Math.max(1, setup.wLength()))) {
            data.write(0, out, 0, out.length);
            int length = control(setup, data, TIMEOUT_MILLIS);
            // dummy_hcd sets an endpoint's stall flag without its lock, beside flags that its timer changes: on two
            // processors about one stall of 5000 is lost, and the host waits in vain. A request sent again is not.
            if (length < 0 && Native.getLastError() == ETIMEDOUT) {
                length = control(setup, data, TIMEOUT_MILLIS);
            }
            if (length < 0) {
                assertThat(Native.getLastError()).as("errno of %s", setup).isEqualTo(EPIPE);
                return Optional.empty();
            }
            return Optional.of(setup.direction() == Direction.IN ? data.getByteArray(0, length) : new byte[0]);
        }
    }

    /**
     * Sends a request, and does not mind if it is stalled or not answered in time.
     *
     * @return whether the device is still there
     */
    boolean tryControl(int timeoutMillis, SetupPacket setup, byte... out) {
        try (Memory data = new Memory(Math.max(1, setup.wLength()))) {
            data.write(0, out, 0, out.length);
            return control(setup, data, timeoutMillis) >= 0 || Native.getLastError() != ENODEV;
        }
    }

    /** Sends a request without data for the device, and does not wait as long as the device takes to answer. */
    void giveUp(SetupPacket setup) {
        try (Memory data = new Memory(Math.max(1, setup.wLength()))) {
            assertThat(control(setup, data, IMPATIENT_MILLIS)).isNegative();
            assertThat(Native.getLastError()).as("errno of %s", setup).isEqualTo(ETIMEDOUT);
        }
    }

    private int control(SetupPacket setup, Memory data, int timeoutMillis) {
        try (Memory transfer = new Memory(TRANSFER_LENGTH)) {
            transfer.setByte(0, (byte) setup.bmRequestType());
            transfer.setByte(1, (byte) setup.bRequest());
            transfer.setShort(2, (short) setup.wValue());
            transfer.setShort(4, (short) setup.wIndex());
            transfer.setShort(6, (short) setup.wLength());
            transfer.setInt(8, timeoutMillis);
            transfer.setPointer(POINTER_AT, data);
            return ioctl(fd, USBDEVFS_CONTROL, transfer);
        }
    }

    /** Writes to the device's bulk OUT endpoint. */
    void write(byte... data) {
        writeTo(bulkEndpoint(0), data);
    }

    /** Writes to a bulk or interrupt OUT endpoint. */
    void writeTo(int bEndpointAddress, byte... data) {
        try (Memory sent = new Memory(Math.max(1, data.length))) {
            sent.write(0, data, 0, data.length);
            assertThat(bulk(bEndpointAddress, sent, data.length))
                    .as("bytes written, errno %d", Native.getLastError())
                    .isEqualTo(data.length);
        }
    }

    /** {@return what came from the device's bulk IN endpoint} */
    byte[] read(int length) {
        return readFrom(bulkEndpoint(DIRECTION_IN), length);
    }

    /** {@return what came from a bulk or interrupt IN endpoint} */
    byte[] readFrom(int bEndpointAddress, int length) {
        try (Memory received = new Memory(length)) {
            int count = bulk(bEndpointAddress, received, length);
            assertThat(count).as("bytes read, errno %d", Native.getLastError()).isNotNegative();
            return received.getByteArray(0, count);
        }
    }

    /** {@return why nothing can be read from the device's bulk IN endpoint} */
    int errnoOfRead(int length) {
        try (Memory received = new Memory(length)) {
            assertThat(bulk(bulkEndpoint(DIRECTION_IN), received, length)).isNegative();
            return Native.getLastError();
        }
    }

    /** {@return why nothing can be written to the device's bulk OUT endpoint} */
    int errnoOfWrite(byte... data) {
        try (Memory sent = new Memory(data.length)) {
            sent.write(0, data, 0, data.length);
            assertThat(bulk(bulkEndpoint(0), sent, data.length)).isNegative();
            return Native.getLastError();
        }
    }

    private int bulk(int bEndpointAddress, Memory data, int length) {
        try (Memory transfer = new Memory(TRANSFER_LENGTH)) {
            transfer.setInt(0, bEndpointAddress);
            transfer.setInt(4, length);
            transfer.setInt(8, TIMEOUT_MILLIS);
            transfer.setPointer(POINTER_AT, data);
            return ioctl(fd, USBDEVFS_BULK, transfer);
        }
    }

    /** Clears the halt of the device's bulk IN endpoint. */
    void clearHalt() {
        clearHalt(bulkEndpoint(DIRECTION_IN));
    }

    /** Clears the halt of an endpoint. */
    void clearHalt(int bEndpointAddress) {
        withNumbers(USBDEVFS_CLEAR_HALT, bEndpointAddress);
    }

    /** {@return the address of the first bulk endpoint of that direction} */
    int bulkEndpoint(int direction) {
        return bulkEndpoints(direction).stream()
                .findFirst()
                .orElseGet(() -> fail("the device has no bulk endpoint of direction 0x%02x", direction));
    }

    /** {@return the addresses of the bulk endpoints of that direction, from the descriptors that the host has read} */
    List<Integer> bulkEndpoints(int direction) {
        return endpoints().stream()
                .filter(each -> each.type() == TransferType.BULK)
                .map(EndpointDescriptor::bEndpointAddress)
                .filter(each -> (each & DIRECTION_IN) == direction)
                .toList();
    }

    /** {@return the endpoint descriptors that the host has read} */
    List<EndpointDescriptor> endpoints() {
        List<EndpointDescriptor> found = new ArrayList<>();
        ByteBuffer descriptors = ByteBuffer.wrap(descriptors()).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < descriptors.limit(); at += Byte.toUnsignedInt(descriptors.get(at))) {
            if (descriptors.get(at + 1) == DescriptorType.ENDPOINT.code()) {
                found.add(EndpointDescriptor.read(
                        descriptors.duplicate().order(ByteOrder.LITTLE_ENDIAN).position(at)));
            }
        }
        return found;
    }

    /** {@return the device descriptor that the host has read, and then all of the configuration} */
    byte[] descriptors() {
        try {
            return Files.readAllBytes(sysfs.resolve("descriptors"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Has the kernel's test driver, which is bound to the first interface, run one of its tests.
     *
     * @return zero, or the errno
     */
    int usbTest(int number, int iterations, int length, int vary, int sglen) {
        try (Memory test = new Memory(USBTEST_PARAM_LENGTH);
                Memory request = new Memory(DRIVER_REQUEST_LENGTH)) {
            test.clear();
            test.setInt(0, number);
            test.setInt(4, iterations);
            test.setInt(8, length);
            test.setInt(12, vary);
            test.setInt(16, sglen);
            request.setInt(0, 0);
            request.setInt(4, USBTEST_REQUEST);
            request.setPointer(8, test);
            return ioctl(fd, USBDEVFS_IOCTL, request) < 0 ? Native.getLastError() : 0;
        }
    }

    /** {@return how fast the device runs, in Mbit/s} */
    String speed() {
        return read(sysfs, "speed");
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

    /** Sends SET_CONFIGURATION for the configuration in use, as libusb does. */
    void setConfigurationAgain() {
        withNumbers(USBDEVFS_SETCONFIGURATION, 1);
    }

    /** {@return the number on its bus that the device had when it was opened; one that re-enumerates gets another} */
    int devnum() {
        return devnum;
    }

    int bcdDevice() {
        return number(sysfs, "bcdDevice");
    }

    /** {@return whether the device that was opened has left the bus} */
    boolean isGone() {
        return errnoOfGetStatus() == ENODEV;
    }

    /** {@return why GET_STATUS for the device that was opened fails, or 0 if it does not} */
    int errnoOfGetStatus() {
        try (Memory data = new Memory(2)) {
            SetupPacket getStatus = StandardRequest.GET_STATUS.setup(Recipient.DEVICE, 0, 0, 2);
            return control(getStatus, data, TIMEOUT_MILLIS) < 0 ? Native.getLastError() : 0;
        }
    }

    private void withNumbers(int request, int... numbers) {
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

    /** Closes the file. Does nothing the second time. */
    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            close(fd);
        }
    }
}
