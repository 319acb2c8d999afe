package usbd4j.gadget.cli;

import java.nio.file.Path;
import java.util.List;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.tracefile.TraceDiff;

/** {@code usbd4j trace diff}. */
final class TraceDiffCommand implements Command {
    private static final CommandOption<Boolean> TIMES =
            CommandOption.flag("times", "Tell times, too: what took more than twice as long, and at least 10 ms.");

    @Override
    public String name() {
        return "diff";
    }

    @Override
    public List<String> description() {
        return List.of(
                "Compares what two hosts did, or two versions of one: the events of both in order, with - before those of FILE alone, and +"
                        + " before those of OTHER alone. Data count, times do not.",
                "Exit status 0 if both did the same, 14 if not.");
    }

    @Override
    public String operand() {
        return "FILE OTHER";
    }

    @Override
    public List<OptionGroup> options() {
        return List.of(new OptionGroup("Options", TIMES));
    }

    @Override
    public ExitStatus run(Arguments arguments, Console console) {
        TraceDiff diff = TraceDiff.of(Path.of(arguments.operand(0)), Path.of(arguments.operand(1)));
        diff.print(arguments.has(TIMES), console.out()::println);
        return diff.isSame() ? ExitStatus.OK : ExitStatus.TRACE;
    }
}
