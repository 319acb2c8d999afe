package usbd4j.gadget.kernel;

import java.util.List;
import java.util.Optional;
import usbd4j.gadget.Board;
import usbd4j.gadget.SystemFile;

/**
 * What the kernel lets this process do.
 *
 * @param board the paths of the board
 */
public record ProcessRights(Board board) {
    private static final long CAP_SYS_MODULE = 1L << 16;
    private static final long CAP_SYS_ADMIN = 1L << 21;

    /** {@return whether it is root's} "Uid:" has the real, the effective and two more numbers. */
    public boolean isRoot() {
        return words("Uid:").filter(words -> words.get(2).equals("0")).isPresent();
    }

    /** {@return whether it may mount, and make what it needs before} */
    public boolean mayMount() {
        return isRoot() && has(CAP_SYS_ADMIN);
    }

    /** {@return whether it may load modules} */
    public boolean mayLoadModules() {
        return isRoot() && has(CAP_SYS_MODULE);
    }

    private boolean has(long capability) {
        return words("CapEff:")
                .map(words -> (Long.parseUnsignedLong(words.get(1), 16) & capability) != 0)
                .orElse(true);
    }

    /** {@return a line of proc_pid_status(5)} */
    private Optional<List<String>> words(String name) {
        return SystemFile.lines(board.root().resolve("proc/self/status")).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> List.of(line.split("\\s+")))
                .findFirst();
    }
}
