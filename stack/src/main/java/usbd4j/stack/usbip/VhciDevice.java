package usbd4j.stack.usbip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A device in a port of {@code vhci-hcd}, as this machine knows it.
 *
 * @param directory its directory in sysfs, where another one's may be later
 * @param key what distinguishes the two
 */
record VhciDevice(Path directory, Object key) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    /** {@return the device that has a directory, if it exists} */
    static Optional<VhciDevice> at(Path directory) {
        try {
            Object key =
                    Files.readAttributes(directory, BasicFileAttributes.class).fileKey();
            return Optional.of(new VhciDevice(directory, key));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * {@return whether this machine has forgotten the device, which has been unplugged} It forgets within milliseconds, or, if it has
     * asked the device something, when it has waited 5 s for the answer.
     */
    boolean awaitForgotten() {
        long begun = System.nanoTime();
        while (at(directory).equals(Optional.of(this))) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                return false;
            }
            // No event tells it.
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return true;
    }
}
