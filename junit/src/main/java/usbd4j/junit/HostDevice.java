package usbd4j.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A device as this machine's kernel shows it in sysfs.
 *
 * @param directory its directory
 */
record HostDevice(Path directory) {
    private static final Path DEVICES = Path.of("/sys/bus/usb/devices");

    /** No event tells that the kernel has made all of a device's files. */
    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(5);

    static HostDevice at(String path) {
        return new HostDevice(DEVICES.resolve(path));
    }

    /** {@return the number in one of its attributes} */
    int number(String attribute, int radix) {
        try {
            return Integer.parseInt(read(attribute), radix);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the device is not on the bus: cannot read %s of %s".formatted(attribute, directory), e);
        }
    }

    /** {@return its file in usbfs, through which programs talk to it} */
    Path usbfs() {
        return Path.of("/dev/bus/usb/%03d/%03d".formatted(number("busnum", 10), number("devnum", 10)));
    }

    /**
     * {@return what is not as it should be for a program that is to talk to it, if there still is something}
     *
     * @param deadline until when to wait for that; an interrupt ends the wait as well
     */
    Optional<String> obstacleAt(Deadline deadline) {
        while (!isComplete()) {
            if (deadline.isOver() || Thread.currentThread().isInterrupted()) {
                return Optional.of("the host is not through with %s".formatted(directory));
            }
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
        // udev gives the right to, a moment later.
        while (!Files.isWritable(usbfs())) {
            if (deadline.isOver() || Thread.currentThread().isInterrupted()) {
                return Optional.of(
                        "this user may not write %s, which programs do to talk to the device; run as root, or have udev give the right to: docs/ci.md"
                                .formatted(usbfs()));
            }
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
        return Optional.empty();
    }

    private boolean isComplete() {
        try (DirectoryStream<Path> interfaces = Files.newDirectoryStream(directory, directory.getFileName() + ":*")) {
            int count = 0;
            for (Path each : interfaces) {
                count += Files.exists(each) ? 1 : 0;
            }
            String bNumInterfaces = read("bNumInterfaces");
            return !bNumInterfaces.isEmpty() && count == Integer.parseInt(bNumInterfaces);
        } catch (IOException e) {
            // It is being made, or on its way to another mode.
            return false;
        }
    }

    private String read(String attribute) throws IOException {
        return Files.readString(directory.resolve(attribute)).strip();
    }
}
