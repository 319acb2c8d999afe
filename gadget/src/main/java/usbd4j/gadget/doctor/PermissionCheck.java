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
    private static final long CAP_SYS_ADMIN = 1L << 21;
    private static final String NEEDED = "root, or a FunctionFS prepared for this user";

    @Override
    public Row look() {
        if (mayMount(board)) {
            return Row.ok(NAME, "root", NEEDED);
        }
        return prepared()
                .map(mount -> Row.ok(NAME, "run --functionfs %s".formatted(mount), NEEDED))
                .orElseGet(() -> Row.missing(
                        NAME,
                        isRoot(board) ? "root without CAP_SYS_ADMIN, as in a container" : "not root",
                        NEEDED,
                        new Lack(
                                ExitStatus.NO_PERMISSION,
                                "Only root with CAP_SYS_ADMIN makes gadgets and mounts FunctionFS",
                                Permission.REMEDY)));
    }

    /** {@return whether this process may mount, and make what it needs before} */
    static boolean mayMount(Board board) {
        return isRoot(board)
                && words(board, "CapEff:")
                        .map(words -> (Long.parseUnsignedLong(words.get(1), 16) & CAP_SYS_ADMIN) != 0)
                        .orElse(true);
    }

    /** "Uid:" has the real, the effective and two more numbers. */
    private static boolean isRoot(Board board) {
        return words(board, "Uid:").filter(words -> words.get(2).equals("0")).isPresent();
    }

    /** {@return a line of proc_pid_status(5)} */
    private static Optional<List<String>> words(Board board, String name) {
        return SystemFile.lines(board.root().resolve("proc/self/status")).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> List.of(line.split("\\s+")))
                .findFirst();
    }

    private Optional<Path> prepared() {
        return new MountTable(board.root().resolve("proc/self/mounts"))
                .directories("functionfs").stream()
                        .filter(mount ->
                                Files.isReadable(mount.resolve("ep0")) && Files.isWritable(mount.resolve("ep0")))
                        .findFirst();
    }
}
