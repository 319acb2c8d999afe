package usbd4j.gadget.tracefile;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Patch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** How two traces differ: times, and what the program said of itself, left out. */
public final class TraceDiff {
    private static final int CONTEXT = 3;
    private static final Duration NOTICEABLE = Duration.ofMillis(10);

    private final ComparedTrace one;
    private final ComparedTrace other;
    private final Patch<String> patch;

    private TraceDiff(ComparedTrace one, ComparedTrace other) {
        this.one = one;
        this.other = other;
        this.patch = DiffUtils.diff(one.lines(), other.lines());
    }

    /**
     * {@return how two traces differ}
     *
     * @param one a trace
     * @param other the other one
     * @throws usbd4j.gadget.GadgetException if one cannot be read
     */
    public static TraceDiff of(Path one, Path other) {
        return new TraceDiff(ComparedTrace.read(one), ComparedTrace.read(other));
    }

    /** {@return whether both hosts did the same, and got the same answers} */
    public boolean isSame() {
        return patch.getDeltas().isEmpty();
    }

    /**
     * Prints the differences as diff -u does.
     *
     * @param withTimes whether to tell, too, what both did and one took much longer for
     * @param out takes each line
     */
    public void print(boolean withTimes, Consumer<String> out) {
        UnifiedDiffUtils.generateUnifiedDiff(one.name(), other.name(), one.lines(), patch, CONTEXT)
                .forEach(out);
        if (withTimes) {
            printTimes(out);
        }
    }

    private void printTimes(Consumer<String> out) {
        int from = 0;
        int shift = 0;
        for (AbstractDelta<String> delta : patch.getDeltas()) {
            printTimes(from, delta.getSource().getPosition(), shift, out);
            from = delta.getSource().last() + 1;
            shift = delta.getTarget().last() - delta.getSource().last();
        }
        printTimes(from, one.lines().size(), shift, out);
    }

    /** What is the same in both, from a line of one to another; the other trace has it a number of lines later. */
    private void printTimes(int from, int to, int shift, Consumer<String> out) {
        List<Duration> here = one.times();
        for (int i = from; i < to; i++) {
            Duration mine = here.get(i);
            Duration its = other.times().get(i + shift);
            Duration longer = mine.compareTo(its) > 0 ? mine : its;
            Duration shorter = longer.equals(mine) ? its : mine;
            if (longer.compareTo(NOTICEABLE) >= 0 && longer.compareTo(shorter.multipliedBy(2)) > 0) {
                out.accept("%s: %.1f ms, %.1f ms".formatted(one.lines().get(i), millis(mine), millis(its)));
            }
        }
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }
}
