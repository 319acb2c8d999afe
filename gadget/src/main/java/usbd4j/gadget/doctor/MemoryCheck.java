package usbd4j.gadget.doctor;

import java.util.OptionalLong;
import usbd4j.gadget.Board;
import usbd4j.gadget.Remedy;
import usbd4j.gadget.SystemFile;

/** Memory that is left for a run. */
record MemoryCheck(Board board) implements Check {
    private static final String NAME = "memory";
    /** What a run was measured to take (docs/benchmark.md), rounded up. */
    private static final long NEEDED_MIB = 80;

    private static final String NEEDED = "%d MiB available".formatted(NEEDED_MIB);

    @Override
    public Row look() {
        OptionalLong available = availableMib();
        if (available.isEmpty()) {
            return Row.ok(NAME, "the kernel does not tell", NEEDED);
        }
        String found = "%d MiB available".formatted(available.getAsLong());
        return available.getAsLong() >= NEEDED_MIB
                ? Row.ok(NAME, found, NEEDED)
                : Row.note(
                        NAME,
                        found,
                        NEEDED,
                        Remedy.byHand(
                                "end other programs, or add swap space: the kernel may end a run for lack of memory"));
    }

    /** proc_meminfo(5): "MemAvailable:   123456 kB". */
    private OptionalLong availableMib() {
        return SystemFile.lines(board.root().resolve("proc/meminfo")).stream()
                .filter(line -> line.startsWith("MemAvailable:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst();
    }
}
