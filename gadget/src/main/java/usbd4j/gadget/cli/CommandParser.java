package usbd4j.gadget.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;
import usbd4j.gadget.Spelling;

/**
 * Reads the command line of a command.
 *
 * @param command the command
 */
record CommandParser(Command command) {
    static final CommandOption<Boolean> HELP = CommandOption.flag("help", "Show this help and exit.");
    static final CommandOption<Boolean> VERSION = CommandOption.flag("version", "Show the version and exit.");

    /**
     * {@return what is on the command line}
     *
     * @param args the words behind the command
     * @throws UsageException if there is an option that the command does not take, or one without its value
     */
    Arguments parse(List<String> args) {
        Options options = new Options();
        options.addOption("h", HELP.name(), false, HELP.meaning());
        options.addOption("V", VERSION.name(), false, VERSION.meaning());
        for (CommandOption<?> option : taken()) {
            for (String spelling : option.spellings()) {
                options.addOption(Option.builder()
                        .longOpt(spelling)
                        .hasArg(option.takesValue())
                        .get());
            }
        }
        try {
            CommandLine line = DefaultParser.builder()
                    .setAllowPartialMatching(false)
                    .setStripLeadingAndTrailingQuotes(false)
                    .get()
                    .parse(options, args.toArray(String[]::new));
            int expected = command.operands().size();
            if (line.getArgList().size() > expected) {
                throw new UsageException("\"%s\" is one argument too many"
                        .formatted(line.getArgList().get(expected)));
            }
            return new Arguments(command, line);
        } catch (UnrecognizedOptionException e) {
            throw new UsageException(unknown(e.getOption()));
        } catch (MissingArgumentException e) {
            throw new UsageException(
                    "--%s needs a value".formatted(e.getOption().getLongOpt()));
        } catch (ParseException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private String unknown(String word) {
        String name = word.split("=", 2)[0].replaceFirst("^-*", "");
        List<String> names = spellings();
        if (names.contains(name)) {
            return "--%s takes no value".formatted(name);
        }
        Optional<String> meant = Spelling.closest(name, names);
        return "there is no option %s%s"
                .formatted(word, meant.map("; did you mean --%s?"::formatted).orElse(""));
    }

    private List<String> spellings() {
        List<String> names = new ArrayList<>(List.of(HELP.name(), VERSION.name()));
        taken().forEach(option -> names.addAll(option.spellings()));
        return names;
    }

    private List<CommandOption<?>> taken() {
        List<CommandOption<?>> all = new ArrayList<>();
        command.options().forEach(group -> all.addAll(group.options()));
        return all;
    }
}
