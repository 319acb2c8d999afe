package usbd4j.gadget.kernel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import usbd4j.gadget.Board;
import usbd4j.gadget.SystemFile;

/**
 * A release of the kernel.
 *
 * @param text the whole of it, such as "6.12.117+deb12-amd64"; empty if it is not known
 */
public record KernelRelease(String text) {
    private static final Pattern NUMBERS = Pattern.compile("([0-9]+)\\.([0-9]+).*");

    /** {@return the release of the running kernel} */
    public static KernelRelease of(Board board) {
        return new KernelRelease(SystemFile.text(board.root().resolve("proc/sys/kernel/osrelease")));
    }

    /**
     * {@return whether this is that release or a later one}
     *
     * @param other the first two numbers, such as "6.12"
     */
    public boolean isAtLeast(String other) {
        return number() >= new KernelRelease(other).number();
    }

    private int number() {
        Matcher numbers = NUMBERS.matcher(text);
        return numbers.matches() ? Integer.parseInt(numbers.group(1)) * 1000 + Integer.parseInt(numbers.group(2)) : 0;
    }
}
