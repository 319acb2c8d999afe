package usbd4j.gadget.device;

import java.util.List;

/**
 * What happens once the host has detached the device.
 *
 * @param next what the device becomes
 * @param command the program and its arguments that have the controller meanwhile; empty but for {@link Next#EXEC}
 */
public record OnDetach(Next next, List<String> command) {
    private static final String EXEC = "exec:";

    /** What the device becomes. */
    public enum Next {
        /** It comes back in run-time. */
        REATTACH,
        /** It comes back in DFU mode. */
        DFU_MODE,
        /** It stays away: the program ends. */
        EXIT,
        /** It comes back in run-time when a command has ended. */
        EXEC
    }

    /** Keeps a copy, and checks that there is a command where one is needed. */
    public OnDetach {
        command = List.copyOf(command);
        if (command.isEmpty() == (next == Next.EXEC)) {
            throw new IllegalArgumentException("%s with the command %s".formatted(next, command));
        }
    }

    /**
     * {@return what a text stands for}
     *
     * @param text {@code reattach}, {@code dfu-mode}, {@code exit}, or {@code exec:COMMAND}, which is split at white space
     * @throws IllegalArgumentException if it is none of these
     */
    public static OnDetach of(String text) {
        if (text.startsWith(EXEC) && !text.substring(EXEC.length()).isBlank()) {
            return new OnDetach(
                    Next.EXEC, List.of(text.substring(EXEC.length()).strip().split("\\s+")));
        }
        return new OnDetach(
                switch (text) {
                    case "reattach" -> Next.REATTACH;
                    case "dfu-mode" -> Next.DFU_MODE;
                    case "exit" -> Next.EXIT;
                    default ->
                        throw new IllegalArgumentException(
                                "\"%s\" is none of reattach, dfu-mode, exit, exec:COMMAND".formatted(text));
                },
                List.of());
    }

    /** {@return whether the device comes back after a DETACH} */
    public boolean mayComeBack() {
        return next != Next.EXIT;
    }

    /** {@return the text that {@link #of} reads} */
    @Override
    public String toString() {
        return switch (next) {
            case REATTACH -> "reattach";
            case DFU_MODE -> "dfu-mode";
            case EXIT -> "exit";
            case EXEC -> EXEC + String.join(" ", command);
        };
    }
}
