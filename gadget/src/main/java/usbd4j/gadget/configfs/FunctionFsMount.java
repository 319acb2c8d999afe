package usbd4j.gadget.configfs;

import java.nio.file.Files;
import java.nio.file.Path;
import usbd4j.stack.linux.Errno;
import usbd4j.stack.linux.LinuxException;
import usbd4j.stack.linux.LinuxFiles;

/** Where a gadget's FunctionFS is mounted. */
final class FunctionFsMount {
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
        LinuxFiles.mount("functionfs", gadget.name().functionFs(), directory, "");
    }

    /** Unmounts it and removes the directory, whatever of it there is. */
    void unmount() {
        if (Files.isDirectory(directory)) {
            unmountDirectory();
            LinuxFiles.removeDirectory(directory);
        }
        removeParent();
    }

    private void unmountDirectory() {
        try {
            LinuxFiles.unmount(directory);
        } catch (LinuxException e) {
            if (e.is(Errno.EBUSY)) {
                throw gadget.inUse("a process has files open in " + directory);
            }
            // EINVAL: it is not mounted.
            if (!e.is(Errno.EINVAL)) {
                throw e;
            }
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
