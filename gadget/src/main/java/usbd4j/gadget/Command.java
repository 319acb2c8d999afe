package usbd4j.gadget;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A command that mends something, to be run as root.
 *
 * @param words the program and its arguments
 * @param isSafe whether it takes nothing away from anybody: loading a module, mounting configfs
 */
public record Command(List<String> words, boolean isSafe) {
    private static final String PLAIN = "[A-Za-z0-9_./:=,+-]+";

    /** Keeps a copy. */
    public Command {
        words = List.copyOf(words);
    }

    /**
     * {@return a command that {@code doctor --fix} may run unasked}
     *
     * @param words the program and its arguments
     */
    public static Command safe(String... words) {
        return new Command(List.of(words), true);
    }

    /**
     * {@return a command that only a person should decide on}
     *
     * @param words the program and its arguments
     */
    public static Command risky(String... words) {
        return new Command(List.of(words), false);
    }

    /** {@return the command as a shell takes it} */
    @Override
    public String toString() {
        return words.stream()
                .map(word -> word.matches(PLAIN) ? word : "'%s'".formatted(word.replace("'", "'\\''")))
                .collect(Collectors.joining(" "));
    }
}
