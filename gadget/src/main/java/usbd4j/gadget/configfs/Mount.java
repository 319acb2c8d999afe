package usbd4j.gadget.configfs;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import usbd4j.gadget.kernel.MountTable;
import usbd4j.stack.linux.Errno;
import usbd4j.stack.linux.LinuxException;
import usbd4j.stack.linux.LinuxFiles;
import usbd4j.stack.linux.User;

/** The mount point of a FunctionFS or GadgetFS. */
public final class Mount {
    private static final Logger LOG = System.getLogger(Mount.class.getName());

    /** The file system for one function of a gadget. */
    public static final String FUNCTION_FS = "functionfs";

    /** The file system for a whole device. */
    public static final String GADGET_FS = "gadgetfs";

    private final String type;
    private final Path parent;
    private final Path directory;
    private final Gadget gadget;

    /**
     * Creates a handle for a mount, whether or not it exists.
     *
     * @param type its file system
     * @param parent the directory for the mount points of this program
     * @param gadget the gadget it belongs to
     */
    public Mount(String type, Path parent, Gadget gadget) {
        this.type = type;
        this.parent = parent;
        this.directory = parent.resolve(gadget.name().text());
        this.gadget = gadget;
    }

    /** {@return the mount point} */
    public Path directory() {
        return directory;
    }

    /** Creates the mount point and mounts the file system, for root. */
    public void mount() {
        mount("");
    }

    /** Creates the mount point and mounts FunctionFS, for a user. */
    void mountFor(User owner) {
        mount("uid=%d,gid=%d".formatted(owner.uid(), owner.gid()));
    }

    private void mount(String options) {
        makeParent();
        LinuxFiles.makeDirectory(directory);
        LinuxFiles.mount(type, gadget.name().functionFs(), directory, options);
    }

    /** Creates the directory for the mount points if it does not exist. */
    private void makeParent() {
        if (!Files.isDirectory(parent)) {
            try {
                LinuxFiles.makeDirectory(parent);
            } catch (LinuxException e) {
                // Another run may have been quicker.
                if (!e.is(Errno.EEXIST)) {
                    throw e;
                }
            }
        }
    }

    /** As {@link #makeParent}, so that every user finds what is mounted there, whatever the umask is. */
    void makeParentForAll() {
        makeParent();
        LinuxFiles.allow(parent, "rwxr-xr-x");
    }

    /**
     * Unmounts the file system wherever it is mounted.
     *
     * @return whether it was mounted anywhere
     */
    public boolean unmount() {
        List<Path> mounted = MountTable.OWN.directories(type, gadget.name().functionFs());
        mounted.forEach(this::unmount);
        return !mounted.isEmpty();
    }

    /** Removes the mount point if it exists. Nothing must be mounted there. */
    public void removeDirectory() {
        if (Files.isDirectory(directory)) {
            LinuxFiles.removeDirectory(directory);
        }
        removeParent();
    }

    private void unmount(Path mounted) {
        try {
            LinuxFiles.unmount(mounted);
        } catch (LinuxException e) {
            if (e.is(Errno.EBUSY)) {
                throw gadget.inUse("a process has files open in " + mounted);
            }
            throw e;
        }
    }

    private void removeParent() {
        try {
            LinuxFiles.removeDirectory(parent);
        } catch (LinuxException e) {
            // The parent is gone, another gadget's mount point is in it, or it was here before and may not be removed.
            LOG.log(Level.DEBUG, e.getMessage());
        }
    }
}
