package usbd4j.gadget.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import usbd4j.gadget.Board;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.Lack;
import usbd4j.gadget.Permission;
import usbd4j.gadget.SystemFile;
import usbd4j.gadget.kernel.MountTable;

/** Whether this user may make gadgets, or serve a FunctionFS that root prepared. */
record PermissionCheck(Board board) implements Check {
    private static final String NAME = "permission";
    private static final String NEEDED = "root, or a FunctionFS prepared for this user";

    @Override
    public Row look() {
        if (isRoot(board)) {
            return Row.ok(NAME, "root", NEEDED);
        }
        return prepared()
                .map(mount -> Row.ok(NAME, "run --functionfs %s".formatted(mount), NEEDED))
                .orElseGet(() -> Row.missing(
                        NAME,
                        "not root",
                        NEEDED,
                        new Lack(
                                ExitStatus.NO_PERMISSION,
                                "Only root makes gadgets and mounts FunctionFS",
                                Permission.REMEDY)));
    }

    /** {@return whether this process is root's} */
    static boolean isRoot(Board board) {
        // "Uid:", then the real, the effective and two more numbers.
        return SystemFile.lines(board.root().resolve("proc/self/status")).stream()
                .map(line -> List.of(line.split("\\s+")))
                .anyMatch(words -> words.size() > 2
                        && words.get(0).equals("Uid:")
                        && words.get(2).equals("0"));
    }

    private Optional<Path> prepared() {
        return new MountTable(board.root().resolve("proc/self/mounts"))
                .directories("functionfs").stream()
                        .filter(mount ->
                                Files.isReadable(mount.resolve("ep0")) && Files.isWritable(mount.resolve("ep0")))
                        .findFirst();
    }
}
