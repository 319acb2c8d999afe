package usbd4j.board;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A disk of 64 KiB.
 *
 * @param directory where it is mounted
 */
record SmallDisk(Path directory) {
    /** {@return a disk mounted at a directory, which is made} */
    static SmallDisk mountedAt(String directory) throws IOException {
        Tool.succeed("mount", "-t", "tmpfs", "-o", "size=64k", "disk", directory(directory));
        return new SmallDisk(Path.of(directory));
    }

    private static String directory(String path) throws IOException {
        return Files.createDirectory(Path.of(path)).toString();
    }

    void unmount() {
        Tool.succeed("umount", directory.toString());
    }
}
