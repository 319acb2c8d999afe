package usbd4j.gadget.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;

/** What is on the command line of one command. */
final class Arguments {
    private final Command command;
    private final CommandLine parsed;

    /**
     * Takes a command line that has only options that the command takes.
     *
     * @param command the command
     * @param parsed what is on the line
     */
    Arguments(Command command, CommandLine parsed) {
        this.command = command;
        this.parsed = parsed;
    }

    boolean has(CommandOption<Boolean> flag) {
        return parsed.hasOption(flag.name());
    }

    /**
     * {@return the option's value, if it is given}
     *
     * @throws UsageException if it is wrong, or given twice
     */
    <T> Optional<T> value(CommandOption<T> option) {
        List<T> values = values(option);
        if (values.size() > 1) {
            throw new UsageException("--%s is given twice".formatted(option.name()));
        }
        return values.stream().findFirst();
    }

    /**
     * {@return the option's values, in the order in which they are given}
     *
     * @throws UsageException if one is wrong
     */
    <T> List<T> values(CommandOption<T> option) {
        List<T> values = new ArrayList<>();
        for (String text : texts(option)) {
            try {
                values.add(option.reader().apply(text));
            } catch (IllegalArgumentException e) {
                throw new UsageException("--%s: %s".formatted(option.name(), e.getMessage()));
            }
        }
        return values;
    }

    private List<String> texts(CommandOption<?> option) {
        List<String> texts = new ArrayList<>();
        if (option.takesValue()) {
            String[] given = parsed.getOptionValues(option.name());
            return given == null ? List.of() : List.of(given);
        }
        if (parsed.hasOption(option.name())) {
            texts.add("true");
        }
        if (option.form() == CommandOption.Form.TOGGLE && parsed.hasOption(option.negated())) {
            texts.add("false");
        }
        return texts;
    }

    /**
     * {@return the first operand}
     *
     * @throws UsageException if there is none
     */
    String operand() {
        return operand(0);
    }

    /**
     * {@return an operand}
     *
     * @param index which one, from 0
     * @throws UsageException if it is missing
     */
    String operand(int index) {
        List<String> operands = parsed.getArgList();
        if (operands.size() <= index) {
            throw new UsageException(
                    "%s is missing".formatted(command.operands().get(index)));
        }
        return operands.get(index);
    }
}
