package usbd4j.gadget.doctor;

import java.nio.file.Files;
import usbd4j.gadget.Board;
import usbd4j.gadget.Remedy;
import usbd4j.stack.linux.KernelProbe;

/** Kernel probes, which tell what FunctionFS leaves open. */
record ProbeCheck(Board board) implements Check {
    private static final String NAME = "kernel probes";
    private static final String NEEDED = "CONFIG_KPROBE_EVENTS, for alternate settings and bus resets while stopped";

    @Override
    public Row look() {
        boolean isThere =
                Files.exists(board.root().resolve(KernelProbe.TYPE.toString().substring(1)));
        return isThere
                ? Row.ok(NAME, "perf has kprobe", NEEDED)
                : Row.note(
                        NAME,
                        "none",
                        NEEDED,
                        Remedy.byHand(
                                "for devices that need them take a kernel with CONFIG_KPROBE_EVENTS, such as Debian's"));
    }
}
