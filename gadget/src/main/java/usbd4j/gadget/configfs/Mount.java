package usbd4j.gadget.configfs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import usbd4j.stack.linux.Errno;
import usbd4j.stack.linux.LinuxException;
import usbd4j.stack.linux.LinuxFiles;

/** Where the interface by which the kernel has a gadget served is mounted. */
public final class Mount {
    /** The file system that serves one function of a gadget. */
    public static final String FUNCTION_FS = "functionfs";

    /** The file system that serves a whole device. */
    public static final String GADGET_FS = "gadgetfs";

    private final String type;
    private final Path parent;
    private final Path directory;
    private final Gadget gadget;

    /**
     * Names a mount, whether or not it exists.
     *
     * @param type its file system
     * @param parent the directory under which this program mounts
     * @param gadget whose
     */
    public Mount(String type, Path parent, Gadget gadget) {
        this.type = type;
        this.parent = parent;
        this.directory = parent.resolve(gadget.name().text());
        this.gadget = gadget;
    }

    /** {@return the directory} */
    public Path directory() {
        return directory;
    }

    /** Makes the directory, and mounts there. */
    public void mount() {
        if (!Files.isDirectory(parent)) {
            LinuxFiles.makeDirectory(parent);
        }
        LinuxFiles.makeDirectory(directory);
        LinuxFiles.mount(type, gadget.name().functionFs(), directory, "");
    }

    /**
     * Unmounts it, wherever somebody has mounted it.
     *
     * @return whether it was mounted anywhere
     */
    public boolean unmount() {
        List<Path> mounted = MountTable.OWN.directories(type, gadget.name().functionFs());
        mounted.forEach(this::unmount);
        return !mounted.isEmpty();
    }

    /** Removes our directory, whatever of it there is. Nothing must be mounted there. */
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
            // Another gadget's mount is still there, or there is no parent.
            if (!e.is(Errno.ENOTEMPTY) && !e.is(Errno.ENOENT)) {
                throw e;
            }
        }
    }
}
