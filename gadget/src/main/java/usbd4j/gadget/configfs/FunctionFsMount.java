package usbd4j.gadget.configfs;

import java.nio.file.Files;
import java.nio.file.Path;
import usbd4j.stack.linux.Errno;
import usbd4j.stack.linux.LinuxException;
import usbd4j.stack.linux.LinuxFiles;

/** Where a gadget's FunctionFS is mounted. */
final class FunctionFsMount {
    private static final String TYPE = "functionfs";

    private final Path parent;
    private final Path directory;
    private final Gadget gadget;

    FunctionFsMount(Path parent, Gadget gadget) {
        this.parent = parent;
        this.directory = parent.resolve(gadget.name().text());
        this.gadget = gadget;
    }

    Path directory() {
        return directory;
    }

    void mount() {
        if (!Files.isDirectory(parent)) {
            LinuxFiles.makeDirectory(parent);
        }
        LinuxFiles.makeDirectory(directory);
        LinuxFiles.mount(TYPE, gadget.name().functionFs(), directory, "");
    }

    /** Unmounts it, wherever somebody has mounted it, and removes our directory, whatever of it there is. */
    void unmount() {
        MountTable.OWN.directories(TYPE, gadget.name().functionFs()).forEach(this::unmount);
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
