package usbd4j.stack.gadgetfs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import usbd4j.stack.UsbException;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.udc.ControlFile;

/** Where a device is attached: the controller's file on GadgetFS, and the addresses that its endpoints have there. */
final class Attachment {
    private final Path directory;
    private final Descriptors descriptors;
    private AddressMap addresses = AddressMap.AS_DECLARED;
    private boolean isChosen;

    /**
     * A place for a device.
     *
     * @param directory where GadgetFS is mounted
     * @param descriptors what the host shall see
     * @throws UsbException if GadgetFS cannot show it
     */
    Attachment(Path directory, Descriptors descriptors) {
        if (descriptors.configurations().size() > 1) {
            throw new UsbException("the device has %d configurations, and GadgetFS can show one"
                    .formatted(descriptors.configurations().size()));
        }
        if (descriptors.configuration().power().canWakeUpHost()) {
            throw new UsbException("the device offers remote wake-up, and GadgetFS cannot do it");
        }
        this.directory = directory;
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

    /** {@return the open file, which takes the device from the bus when it is closed} */
    ControlFile attach() {
        return isChosen ? attached() : attachedAndChosen();
    }

    /** The names of the controller's endpoints can be had only once a device is attached to it. */
    private ControlFile attachedAndChosen() {
        ControlFile file = attached();
        try {
            addresses = AddressMap.choose(descriptors.configuration(), files());
        } catch (UsbException e) {
            file.close();
            throw e;
        }
        isChosen = true;
        if (addresses.isAsDeclared()) {
            return file;
        }
        file.close();
        return attached();
    }

    private ControlFile attached() {
        ControlFile file = new ControlFile(controller());
        try {
            if (!file.accepts(DeviceBlob.of(descriptors, addresses))) {
                throw new UsbException("the kernel refuses the device's descriptors (EINVAL)");
            }
            file.announceReader();
            return file;
        } catch (UsbException e) {
            file.close();
            throw e;
        }
    }

    private Path controller() {
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
