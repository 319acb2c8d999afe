package usbd4j.gadget;

import java.util.Optional;

/**
 * What to do about something that is missing.
 *
 * @param advice a sentence to follow, without a full stop
 * @param command the command that does it, if one does
 */
public record Remedy(String advice, Optional<Command> command) {
    /**
     * {@return what a person has to do}
     *
     * @param advice a sentence to follow
     */
    public static Remedy byHand(String advice) {
        return new Remedy(advice, Optional.empty());
    }

    /**
     * {@return what a command does}
     *
     * @param advice a sentence that the command ends
     * @param command the command
     */
    public static Remedy by(String advice, Command command) {
        return new Remedy(advice, Optional.of(command));
    }

    /** {@return the sentence, and the command after a colon} */
    @Override
    public String toString() {
        return command.map(each -> "%s: %s".formatted(advice, each)).orElse(advice);
    }
}
