package usbd4j.stack.linux;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * File operations for set-up and clean-up, which throw a {@link LinuxException} with the errno by name. {@link
 * java.nio.file.Files} only has the C library's text, in the language of the machine.
 */
public final class LinuxFiles {
    private static final int ANYBODY_MAY_LOOK = 0755;
    private static final int ATTRIBUTE_SIZE = 4096;

    private LinuxFiles() {}

    /**
     * Makes a directory.
     *
     * @param directory its path; the parent must exist
     */
    public static void makeDirectory(Path directory) {
        String path = directory.toString();
        SystemCall.checked("make directory " + path, () -> LibC.mkdir(path, ANYBODY_MAY_LOOK));
    }

    /**
     * Removes an empty directory, or one of configfs.
     *
     * @param directory its path
     */
    public static void removeDirectory(Path directory) {
        String path = directory.toString();
        SystemCall.checked("remove directory " + path, () -> LibC.rmdir(path));
    }

    /**
     * Makes a symbolic link.
     *
     * @param link its path
     * @param target where it points to
     */
    public static void link(Path link, Path target) {
        String path = link.toString();
        SystemCall.checked("make link " + path, () -> LibC.symlink(target.toString(), path));
    }

    /**
     * Removes a file or a symbolic link.
     *
     * @param file its path
     */
    public static void remove(Path file) {
        String path = file.toString();
        SystemCall.checked("remove " + path, () -> LibC.unlink(path));
    }

    /**
     * Sets who may do what with a file or directory.
     *
     * @param file its path
     * @param permissions nine letters as ls(1) prints them, such as {@code rw-r--r--}
     */
    public static void allow(Path file, String permissions) {
        String path = file.toString();
        int mode = 0;
        for (int i = 0; i < permissions.length(); i++) {
            mode = mode << 1 | (permissions.charAt(i) == '-' ? 0 : 1);
        }
        int wanted = mode;
        SystemCall.checked("set the permissions of " + path, () -> LibC.chmod(path, wanted));
    }

    /**
     * Gives a file to a user. configfs remembers it, and checks it as other file systems do.
     *
     * @param file its path
     * @param owner the user
     */
    public static void give(Path file, User owner) {
        String path = file.toString();
        SystemCall.checked(
                "give %s to %s".formatted(path, owner.name()), () -> LibC.chown(path, owner.uid(), owner.gid()));
    }

    /**
     * Writes an attribute of sysfs or configfs in a single write(2), as they require.
     *
     * @param attribute its path; it must exist
     * @param value the text; a newline is appended
     */
    public static void write(Path attribute, String value) {
        write(attribute, (value + "\n").getBytes(UTF_8), "\"%s\"".formatted(value));
    }

    /**
     * Writes a binary attribute of sysfs or configfs in a single write(2).
     *
     * @param attribute its path; it must exist
     * @param bytes the value, at most a page
     */
    public static void write(Path attribute, byte[] bytes) {
        write(attribute, bytes, "%d bytes".formatted(bytes.length));
    }

    private static void write(Path attribute, byte[] bytes, String what) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
        try (FileDescriptor file = FileDescriptor.open(attribute, LibC.O_WRONLY | LibC.O_TRUNC)) {
            int written = file.write(buffer, bytes.length);
            if (written < 0) {
                throw new LinuxException("cannot write %s to %s".formatted(what, attribute), -written);
            }
        }
    }

    /**
     * {@return the text of an attribute of sysfs or configfs, without leading and trailing white space}
     *
     * @param attribute its path
     */
    public static String read(Path attribute) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(ATTRIBUTE_SIZE);
        try (FileDescriptor file = FileDescriptor.openForReading(attribute)) {
            int length = file.readFromStart(buffer);
            if (length < 0) {
                throw new LinuxException("cannot read " + attribute, -length);
            }
            return UTF_8.decode(buffer.limit(length)).toString().strip();
        }
    }

    /**
     * Mounts a file system without a block device.
     *
     * @param type the type of the file system
     * @param source the name of the instance to mount, for file systems that have several
     * @param directory the mount point
     * @param options comma-separated options of the file system, possibly empty
     */
    public static void mount(String type, String source, Path directory, String options) {
        String path = directory.toString();
        SystemCall.checked(
                "mount %s %s at %s".formatted(type, source, path), () -> LibC.mount(source, path, type, 0, options));
    }

    /**
     * Unmounts a file system.
     *
     * @param directory the mount point
     */
    public static void unmount(Path directory) {
        String path = directory.toString();
        SystemCall.checked("unmount " + path, () -> LibC.umount2(path, 0));
    }
}
