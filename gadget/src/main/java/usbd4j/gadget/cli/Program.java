package usbd4j.gadget.cli;

import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Optional;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.Spelling;

/**
 * Finds the command that a command line means, and runs it.
 *
 * @param commands all there are
 * @param console where it writes
 */
record Program(CommandGroup commands, Console console) {
    /** What Java makes of a byte of the command line that is no letter in the locale. */
    private static final char UNDECODED = '\uFFFD';

    private static final String LOCALE = "letters beyond ASCII need a locale with UTF-8, such as LC_ALL=C.UTF-8";

    /**
     * {@return the exit status, which is not 0 if something is missing in the output}
     *
     * @param out what the console writes to
     * @param args the command line
     */
    int execute(StandardOutput out, String... args) {
        int status = execute(args);
        Optional<String> trouble = out.trouble();
        trouble.ifPresent(why -> console.err().println("usbd4j: cannot write standard output (" + why + ")"));
        return status == ExitStatus.OK.code() && trouble.isPresent() ? ExitStatus.FAILURE.code() : status;
    }

    /** {@return the exit status} */
    int execute(String... args) {
        int status = start(List.of(args)).code();
        console.flush();
        return status;
    }

    private ExitStatus start(List<String> args) {
        for (String each : args) {
            if (each.indexOf(UNDECODED) >= 0) {
                return wrong(commands.name(), "cannot read \"%s\"; %s".formatted(each, LOCALE));
            }
        }
        return start(commands, commands.name(), args);
    }

    private ExitStatus start(CommandGroup group, String path, List<String> args) {
        if (args.isEmpty()) {
            return wrong(path, "a command is missing: " + String.join(", ", group.names()));
        }
        String word = args.get(0);
        switch (word) {
            case "--help", "-h" -> console.out().print(Help.of(group, path));
            case "--version", "-V" -> console.out().println(Version.text());
            default -> {
                Optional<Entry> entry = group.find(word);
                return entry.isPresent()
                        ? start(entry.get(), path + " " + word, args.subList(1, args.size()))
                        : wrong(path, unknown(group, word));
            }
        }
        return ExitStatus.OK;
    }

    private static String unknown(CommandGroup group, String word) {
        return "there is no %s %s%s"
                .formatted(
                        word.startsWith("-") ? "option" : "command",
                        word,
                        Spelling.closest(word, group.names())
                                .map("; did you mean %s?"::formatted)
                                .orElse(""));
    }

    private ExitStatus start(Entry entry, String path, List<String> args) {
        if (entry instanceof CommandGroup group) {
            return start(group, path, args);
        }
        return run((Command) entry, path, args);
    }

    private ExitStatus run(Command command, String path, List<String> args) {
        try {
            Arguments arguments = new CommandParser(command).parse(args);
            if (arguments.has(CommandParser.HELP)) {
                console.out().print(Help.of(command, path));
            } else if (arguments.has(CommandParser.VERSION)) {
                console.out().println(Version.text());
            } else {
                return command.run(arguments, console);
            }
            return ExitStatus.OK;
        } catch (UsageException e) {
            return wrong(path, String.valueOf(e.getMessage()));
        } catch (InvalidPathException e) {
            return wrong(path, "cannot use the path \"%s\" (%s); %s".formatted(e.getInput(), e.getReason(), LOCALE));
        } catch (RuntimeException e) {
            return Failures.report(e, console.err());
        }
    }

    private ExitStatus wrong(String path, String message) {
        console.err().println("usbd4j: " + message);
        console.err().println("Try: " + path + " --help");
        return ExitStatus.USAGE;
    }
}
