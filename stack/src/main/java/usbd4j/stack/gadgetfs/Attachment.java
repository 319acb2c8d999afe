package usbd4j.stack.gadgetfs;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import usbd4j.stack.UsbException;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.linux.LinuxException;
import usbd4j.stack.linux.LinuxFiles;
import usbd4j.stack.udc.ControlFile;

/** Where a device is attached: the controller's file on GadgetFS, and the addresses that its endpoints have there. */
final class Attachment {
    private static final Logger LOG = System.getLogger(Attachment.class.getName());

    private final Path directory;
    private final Path controller;
    private final Descriptors descriptors;
    private AddressMap addresses = AddressMap.AS_DECLARED;
    private boolean isChosen;
    private boolean isAttached;

    /**
     * A place for a device.
     *
     * @param directory where GadgetFS is mounted
     * @param controller the USB device controller's directory in sysfs
     * @param descriptors what the host shall see
     * @throws UsbException if GadgetFS cannot show it
     */
    Attachment(Path directory, Path controller, Descriptors descriptors) {
        if (descriptors.configurations().size() > 1) {
            throw new UsbException("the device has %d configurations, and GadgetFS can show one"
                    .formatted(descriptors.configurations().size()));
        }
        if (descriptors.configuration().power().canWakeUpHost()) {
            throw new UsbException("the device offers remote wake-up, and GadgetFS cannot do it");
        }
        this.directory = directory;
        this.controller = controller;
        this.descriptors = descriptors;
    }

    /** {@return the addresses, once the device was attached} */
    AddressMap addresses() {
        return addresses;
    }

    /** {@return the file of an endpoint that the device was attached with} */
    Path file(String name) {
        return directory.resolve(name);
    }

    /** {@return the open file; {@link #detach} is to come before it is closed} */
    ControlFile attach() {
        return isChosen ? attached() : attachedAndChosen();
    }

    /** The names of the controller's endpoints can be had only once a device is attached to it. */
    private ControlFile attachedAndChosen() {
        ControlFile file = attached();
        try {
            addresses = AddressMap.choose(descriptors.configuration(), files());
        } catch (UsbException e) {
            detach();
            file.close();
            throw e;
        }
        isChosen = true;
        if (addresses.isAsDeclared()) {
            return file;
        }
        detach();
        file.close();
        return attached();
    }

    private ControlFile attached() {
        ControlFile file = new ControlFile(controllerFile());
        try {
            if (!file.accepts(DeviceBlob.of(descriptors, addresses))) {
                throw new UsbException("the kernel refuses the device's descriptors (EINVAL)");
            }
            file.announceReader();
            isAttached = true;
            return file;
        } catch (UsbException e) {
            file.close();
            throw e;
        }
    }

    /**
     * Takes the device from the bus, if it is there, and has the controller let go of an answer that no host has taken. Closing
     * the file would free that answer under its hands: Linux (6.1 and 6.12) then does not go on.
     */
    void detach() {
        if (!isAttached) {
            return;
        }
        isAttached = false;
        try {
            LinuxFiles.write(controller.resolve("soft_connect"), "disconnect");
        } catch (LinuxException e) {
            LOG.log(Level.DEBUG, "the controller is gone, and its answers with it", e);
        }
    }

    private Path controllerFile() {
        return files().stream()
                .filter(name -> ControllerEndpoint.of(name).isEmpty())
                .findFirst()
                .map(directory::resolve)
                .orElseThrow(() -> new UsbException("there is no controller's file in " + directory));
    }

    private List<String> files() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(each -> each.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UsbException("cannot list %s: %s".formatted(directory, e.getMessage()), e);
        }
    }
}
