package usbd4j.gadget.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import usbd4j.gadget.Board;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.Lack;
import usbd4j.gadget.Permission;
import usbd4j.gadget.kernel.MountTable;
import usbd4j.gadget.kernel.ProcessRights;

/** Whether this user may make gadgets, or serve a FunctionFS that root prepared. */
record PermissionCheck(Board board) implements Check {
    private static final String NAME = "permission";
    private static final String NEEDED = "root, or a FunctionFS prepared for this user";

    @Override
    public Row look() {
        ProcessRights rights = new ProcessRights(board);
        if (rights.mayMount()) {
            return Row.ok(NAME, "root", NEEDED);
        }
        return prepared()
                .map(mount -> Row.ok(NAME, "run --functionfs %s".formatted(mount), NEEDED))
                .orElseGet(() -> Row.missing(
                        NAME,
                        rights.isRoot() ? "root without CAP_SYS_ADMIN, as in a container" : "not root",
                        NEEDED,
                        new Lack(
                                ExitStatus.NO_PERMISSION,
                                "Only root with CAP_SYS_ADMIN makes gadgets and mounts FunctionFS",
                                Permission.REMEDY)));
    }

    @Override
    public boolean isForController() {
        return true;
    }

    private Optional<Path> prepared() {
        return new MountTable(board.root().resolve("proc/self/mounts"))
                .directories("functionfs").stream()
                        .filter(mount ->
                                Files.isReadable(mount.resolve("ep0")) && Files.isWritable(mount.resolve("ep0")))
                        .findFirst();
    }
}
