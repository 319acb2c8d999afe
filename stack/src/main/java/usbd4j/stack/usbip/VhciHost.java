package usbd4j.stack.usbip;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import usbd4j.stack.UsbException;
import usbd4j.stack.descriptor.Speed;
import usbd4j.stack.linux.Errno;
import usbd4j.stack.linux.FileDescriptor;
import usbd4j.stack.linux.LinuxException;
import usbd4j.stack.linux.LinuxFiles;

/**
 * The host controller {@code vhci-hcd}.
 *
 * @param directory its directory in sysfs, {@code /sys/devices/platform/vhci_hcd.0}
 */
public record VhciHost(Path directory) {
    private static final Pattern STATUS = Pattern.compile("status(?:\\.(\\d+))?");

    private static final Pattern ROOT_HUB = Pattern.compile("usb(\\d+)");

    /** What a root hub for devices of USB 2 has in its attribute "speed". */
    private static final String USB_2 = "480";

    /** Any bus and device number, by which the machine of the device would know it. */
    private static final int DEVID = 1 << 16 | 1;

    /** {@return whether the kernel's module is loaded} */
    public boolean isLoaded() {
        return Files.isDirectory(directory);
    }

    /** {@return whether this user may plug devices in; not if the module is not loaded} */
    public boolean mayAttach() {
        return Files.isWritable(attachment());
    }

    private Path attachment() {
        return directory.resolve("attach");
    }

    /**
     * {@return its ports, by number: who leaves one and comes back is likely to get the same}
     *
     * @throws UsbException if the kernel's module is not loaded
     */
    public List<VhciPort> ports() {
        List<VhciPort> ports = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "status*")) {
            for (Path file : files) {
                Matcher name = STATUS.matcher(file.getFileName().toString());
                if (name.matches()) {
                    int controller = name.group(1) == null ? 0 : Integer.parseInt(name.group(1));
                    ports.addAll(VhciPort.read(controller, Files.readAllLines(file)));
                }
            }
        } catch (NoSuchFileException e) {
            throw new UsbException(
                    "there is no %s: the kernel's module vhci-hcd is not loaded".formatted(directory), e);
        } catch (IOException e) {
            throw new UsbException("cannot read the ports of %s: %s".formatted(directory, e.getMessage()), e);
        }
        ports.sort(Comparator.comparingInt(VhciPort::number));
        return ports;
    }

    /**
     * Plugs a device of this machine into a free port.
     *
     * @param socket the host's end of the connection
     * @param speed the device's speed
     * @return the port
     * @throws UsbException if there is no free port of that speed
     */
    @SuppressWarnings("exports") // For the buses of this package, which know the system calls as well.
    public VhciPort attach(FileDescriptor socket, Speed speed) {
        return attach(socket, DEVID, VhciPort.code(speed));
    }

    /**
     * Plugs a device of another machine into a free port. It is unplugged when the connection ends.
     *
     * @param imported the device
     * @return the port's number
     * @throws UsbException if there is no free port for a device of that speed
     */
    public int attach(ImportedDevice imported) {
        return attach(
                        imported.socket().file(),
                        imported.device().devid(),
                        imported.device().speed())
                .number();
    }

    private VhciPort attach(FileDescriptor socket, int devid, int speed) {
        List<VhciPort> free = ports().stream()
                .filter(each -> each.isFree() && each.takes(speed))
                .toList();
        for (VhciPort port : free) {
            if (!device(port).map(VhciDevice::awaitForgotten).orElse(true)) {
                continue;
            }
            try {
                LinuxFiles.write(attachment(), "%d %d %d %d".formatted(port.number(), socket.number(), devid, speed));
                return port;
            } catch (LinuxException e) {
                // Somebody else has taken it meanwhile.
                if (!e.is(Errno.EBUSY)) {
                    throw e;
                }
            }
        }
        throw new UsbException(
                "no port of %s is free for a %s device".formatted(directory, VhciPort.speedInWords(speed)));
    }

    /**
     * {@return the device in a port} While this machine has not forgotten one that was unplugged, it takes one that is plugged in for
     * that one, and never asks it for anything.
     *
     * @param port the port
     */
    Optional<VhciDevice> device(VhciPort port) {
        try {
            Path rootHub = rootHub(port);
            return VhciDevice.at(rootHub.resolve(path(rootHub, port)));
        } catch (UsbException e) {
            // Without a root hub there is no device.
            return Optional.empty();
        }
    }

    /**
     * {@return what Linux calls the device in a port: the number of the bus and that of the root hub's port, such as 3-1}
     *
     * @param port the port
     * @throws UsbException if sysfs does not tell
     */
    public String path(VhciPort port) {
        return path(rootHub(port), port);
    }

    private static String path(Path rootHub, VhciPort port) {
        Matcher name = ROOT_HUB.matcher(rootHub.getFileName().toString());
        return name.replaceFirst("$1") + "-" + port.rootHubPort();
    }

    private Path rootHub(VhciPort port) {
        Path controller = directory.resolveSibling("vhci_hcd." + port.controller());
        try (DirectoryStream<Path> rootHubs = Files.newDirectoryStream(controller, "usb*")) {
            for (Path each : rootHubs) {
                // A kernel with CONFIG_USBIP_DEBUG has a file "usbip_debug" there.
                if (ROOT_HUB.matcher(each.getFileName().toString()).matches() && isUsb2(each) != port.isSuperSpeed()) {
                    return each;
                }
            }
        } catch (IOException e) {
            throw new UsbException("cannot read the root hubs of %s: %s".formatted(controller, e.getMessage()), e);
        }
        throw new UsbException("%s has no root hub for port %d".formatted(controller, port.number()));
    }

    private static boolean isUsb2(Path rootHub) {
        return LinuxFiles.read(rootHub.resolve("speed")).equals(USB_2);
    }
}
