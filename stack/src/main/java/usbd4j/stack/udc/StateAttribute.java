package usbd4j.stack.udc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import usbd4j.stack.linux.Errno;
import usbd4j.stack.linux.FileDescriptor;
import usbd4j.stack.linux.LinuxException;

/** The {@code state} attribute of a USB device controller, which can be polled for changes. */
final class StateAttribute implements AutoCloseable {
    private static final int LONGEST = 64;

    private final Path controller;
    private final FileDescriptor descriptor;
    private final ByteBuffer text = ByteBuffer.allocateDirect(LONGEST);

    /**
     * Opens the attribute.
     *
     * @param controller the controller's directory in sysfs
     */
    StateAttribute(Path controller) {
        this.controller = controller;
        this.descriptor = FileDescriptor.openForReading(controller.resolve("state"));
    }

    /**
     * {@return the current state; a poll then waits for the next change}
     *
     * @throws ControllerGoneException if the controller is gone
     */
    ControllerState read() {
        int length = descriptor.readFromStart(text);
        if (length == -Errno.ENODEV.number()) {
            throw new ControllerGoneException(controller);
        }
        if (length < 0) {
            throw new LinuxException("cannot read the state of " + controller, -length);
        }
        return ControllerState.of(
                US_ASCII.decode(text.duplicate().limit(length)).toString().strip());
    }

    FileDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public void close() {
        descriptor.close();
    }
}
