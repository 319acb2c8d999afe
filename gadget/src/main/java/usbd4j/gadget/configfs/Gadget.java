package usbd4j.gadget.configfs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.stack.descriptor.Speed;
import usbd4j.stack.linux.Errno;
import usbd4j.stack.linux.LinuxException;
import usbd4j.stack.linux.LinuxFiles;

/** A gadget: its tree in configfs. */
public final class Gadget {
    private final Path directory;
    private final GadgetName name;

    /**
     * Creates a handle for a gadget, whether or not the gadget exists.
     *
     * @param gadgets the directory of gadgets in configfs
     * @param name its name
     */
    public Gadget(Path gadgets, GadgetName name) {
        this.directory = gadgets.resolve(name.text());
        this.name = name;
    }

    /** {@return its name} */
    public GadgetName name() {
        return name;
    }

    /** {@return whether a gadget of this name exists} */
    public boolean exists() {
        return Files.isDirectory(directory);
    }

    /** {@return whether this program made the gadget, or the gadget is empty} */
    public boolean isOurs() {
        return Files.isDirectory(function())
                || (children("functions").isEmpty() && children("configs").isEmpty());
    }

    /** {@return the name of the controller that the gadget is bound to; empty if it is not bound} */
    public String controller() {
        return LinuxFiles.read(udc());
    }

    /** {@return the file to which a controller's name is written to bind the gadget} */
    public Path udc() {
        return directory.resolve("UDC");
    }

    /** {@return the file of the release number, which changes with the firmware} */
    Path release() {
        return directory.resolve("bcdDevice");
    }

    /** Writes the release number. Must be called while the gadget is not bound, as a host reads it once. */
    void setRelease(int bcdDevice) {
        LinuxFiles.write(release(), "0x%04x".formatted(bcdDevice));
    }

    /**
     * Sets the highest speed at which a host shall see the device. Must be called while the gadget is not bound.
     *
     * @throws GadgetException if the kernel's gadgets have no such attribute
     */
    void setFastest(Speed speed) {
        Path attribute = directory.resolve("max_speed");
        if (!Files.exists(attribute)) {
            throw new GadgetException(
                    ExitStatus.NO_KERNEL_SUPPORT,
                    "The kernel's gadgets have no highest speed (there is no %s); run without --speed"
                            .formatted(attribute));
        }
        LinuxFiles.write(attribute, speed.toString());
    }

    /** {@return idVendor and idProduct, such as "1209:0001"} */
    String vendorAndProduct() {
        return number("idVendor") + ":" + number("idProduct");
    }

    private String number(String attribute) {
        return LinuxFiles.read(directory.resolve(attribute)).substring("0x".length());
    }

    /** {@return the directory of its FunctionFS function} */
    Path function() {
        return directory.resolve("functions").resolve("ffs." + name.functionFs());
    }

    /** Sets the device class that announces interface associations. Must be called while the gadget is not bound. */
    void tellOfAssociations() {
        LinuxFiles.write(directory.resolve("bDeviceClass"), "0xef");
        LinuxFiles.write(directory.resolve("bDeviceSubClass"), "0x02");
        LinuxFiles.write(directory.resolve("bDeviceProtocol"), "0x01");
    }

    /**
     * Binds the gadget to a controller, so that a host sees the device.
     *
     * @param controller the controller's name
     */
    public void bind(String controller) {
        LinuxFiles.write(udc(), controller);
    }

    /** Unbinds the gadget from its controller, which disconnects the device. Does nothing if it is not bound. */
    public void unbind() {
        try {
            LinuxFiles.write(udc(), "");
        } catch (LinuxException e) {
            if (!e.is(Errno.ENODEV)) {
                throw e;
            }
        }
    }

    /** Unbinds the gadget and removes its tree, even an incomplete one. Its FunctionFS must not be mounted. */
    public void remove() {
        if (!exists()) {
            return;
        }
        unbind();
        // This link prevents the removal of the configuration.
        children("os_desc").stream().filter(Files::isSymbolicLink).forEach(LinuxFiles::remove);
        for (Path configuration : children("configs")) {
            for (Path child : children(configuration)) {
                if (Files.isSymbolicLink(child)) {
                    LinuxFiles.remove(child);
                }
            }
            children(configuration.resolve("strings")).forEach(LinuxFiles::removeDirectory);
            LinuxFiles.removeDirectory(configuration);
        }
        children("functions").forEach(FunctionTree::remove);
        children("strings").forEach(LinuxFiles::removeDirectory);
        LinuxFiles.removeDirectory(directory);
    }

    /**
     * Checks that this program made the gadget and that it is not in use.
     *
     * @throws GadgetException if another program made it, or it is in use
     */
    public void requireAbandoned() {
        if (!isOurs()) {
            throw new GadgetException(
                    ExitStatus.NAME_TAKEN,
                    "There is a gadget \"%s\" that usbd4j did not make; choose another name with --name"
                            .formatted(name));
        }
        String controller = controller();
        if (!controller.isEmpty()) {
            throw inUse("it is bound to " + controller);
        }
    }

    GadgetException inUse(String how) {
        return new GadgetException(
                ExitStatus.NAME_TAKEN,
                "Gadget \"%s\" is in use: %s. Stop the usbd4j that serves it, or choose another name with --name"
                        .formatted(name, how));
    }

    private List<Path> children(String child) {
        return children(directory.resolve(child));
    }

    private static List<Path> children(Path parent) {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(
                            child -> Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS) || Files.isSymbolicLink(child))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + parent, e);
        }
    }
}
