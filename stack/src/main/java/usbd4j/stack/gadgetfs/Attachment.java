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
import usbd4j.stack.udc.ControllerEndpoint;
import usbd4j.stack.udc.ControllerKind;

/** Attaches a device to the controller's file on GadgetFS and detaches it, and knows the addresses of its endpoints there. */
final class Attachment {
    private static final Logger LOG = System.getLogger(Attachment.class.getName());

    private final Path directory;
    private final Path controller;
    private final Descriptors descriptors;
    private AddressMap addresses = AddressMap.AS_DECLARED;
    private boolean isChosen;
    private boolean isAttached;

    /** Prepares to attach a device.
     *
     * @param directory where GadgetFS is mounted
     * @param controller the USB device controller's directory in sysfs
     * @param descriptors the device's descriptors
     * @throws UsbException if GadgetFS does not support the device
     */
    Attachment(Path directory, Path controller, Descriptors descriptors) {
        if (descriptors.configurations().size() > 1) {
            throw new UsbException("the device has %d configurations, and GadgetFS supports only one"
                    .formatted(descriptors.configurations().size()));
        }
        if (descriptors.configuration().power().canWakeUpHost()) {
            throw new UsbException("the device offers remote wake-up, which GadgetFS does not support");
        }
        ControllerKind.of(controller).requireTransferTypes(descriptors.configuration());
        this.directory = directory;
        this.controller = controller;
        this.descriptors = descriptors;
    }

    /** {@return the endpoint addresses, chosen when the device was first attached} */
    AddressMap addresses() {
        return addresses;
    }

    /** {@return the path of an endpoint's file, given its name} */
    Path file(String name) {
        return directory.resolve(name);
    }

    /** Attaches the device. {@return the open file for control transfers; call {@link #detach} before you close it} */
    ControlFile attach() {
        return isChosen ? attached() : attachedAndChosen();
    }

    /** The controller's endpoint files exist only while a device is attached. */
    private ControlFile attachedAndChosen() {
        ControlFile file = attached();
        try {
            addresses = new AddressChoice(descriptors.configuration(), files()).made();
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
                throw new UsbException("the kernel rejects the device's descriptors (EINVAL)");
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
     * Disconnects the device if it is attached, so that the controller gives back an answer that no host has taken. Closing
     * the file first would free that answer while the controller still uses it, and Linux (6.1 and 6.12) would crash.
     */
    void detach() {
        if (!isAttached) {
            return;
        }
        isAttached = false;
        try {
            LinuxFiles.write(controller.resolve("soft_connect"), "disconnect");
        } catch (LinuxException e) {
            LOG.log(Level.DEBUG, "the controller is gone, and no answer is pending on it", e);
        }
    }

    private Path controllerFile() {
        return files().stream()
                .filter(name -> ControllerEndpoint.of(name).isEmpty())
                .findFirst()
                .map(directory::resolve)
                .orElseThrow(() -> new UsbException("there is no file for a controller in " + directory));
    }

    private List<String> files() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(each -> each.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UsbException("cannot list %s: %s".formatted(directory, e.getMessage()), e);
        }
    }
}
