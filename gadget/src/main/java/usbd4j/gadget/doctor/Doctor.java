package usbd4j.gadget.doctor;

import java.util.List;
import java.util.Optional;
import usbd4j.gadget.Board;
import usbd4j.gadget.Lack;
import usbd4j.gadget.kernel.ProcessRights;
import usbd4j.gadget.library.NativeLibrary;
import usbd4j.gadget.library.TemporaryFolder;
import usbd4j.gadget.serve.BusChoice;
import usbd4j.gadget.serve.BusKind;
import usbd4j.stack.linux.NativeAccess;

/** Looks at everything that a board needs. */
public final class Doctor {
    private final Board board;
    private final List<Check> checks;

    Doctor(Board board, List<Check> checks) {
        this.board = board;
        this.checks = List.copyOf(checks);
    }

    /** {@return the doctor of this board and of this process} */
    public static Doctor ofThisBoard() {
        Board board = Board.linux();
        Optional<Lack> library = NativeLibrary.lack();
        return new Doctor(
                board,
                checks(
                        board,
                        new JavaCheck(System.getProperty("java.version", ""), System.getProperty("java.vm.name", "")),
                        new TemporaryFolderCheck(TemporaryFolder.ofThisProcess(), library.isPresent()),
                        new NativeLibraryCheck(NativeAccess.description(), library)));
    }

    /** {@return all checks, in the order in which a run meets them} */
    static List<Check> checks(
            Board board, JavaCheck java, TemporaryFolderCheck folder, NativeLibraryCheck nativeLibrary) {
        return List.of(
                new BoardCheck(board),
                new KernelCheck(board),
                java,
                new MemoryCheck(board),
                folder,
                nativeLibrary,
                new PermissionCheck(board),
                new ControllerCheck(board),
                new RoleCheck(board),
                new HolderCheck(board),
                new ConfigFsCheck(board),
                new FunctionFsCheck(board),
                new GadgetFsCheck(board),
                new ProbeCheck(board),
                new VhciCheck(board));
    }

    /** {@return what is there now} */
    public Report look() {
        BusKind bus = BusChoice.of(board);
        return new Report(
                bus,
                checks.stream()
                        .map(check -> bus.needsController() || !check.isForController()
                                ? check.look()
                                : check.look().dispensable())
                        .toList());
    }

    /** {@return whether this process may do what {@link Repair} does} */
    public boolean mayRepair() {
        return new ProcessRights(board).mayMount();
    }
}
