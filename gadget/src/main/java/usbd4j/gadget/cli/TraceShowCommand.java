package usbd4j.gadget.cli;

import java.nio.file.Path;
import java.util.List;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.tracefile.TraceReader;
import usbd4j.gadget.transcript.ConsoleLoggerFinder;

/** {@code usbd4j trace show}. */
final class TraceShowCommand implements Command {
    @Override
    public String name() {
        return "show";
    }

    @Override
    public List<String> description() {
        return List.of("Prints a trace in the words of the live log, a line for each event.");
    }

    @Override
    public String operand() {
        return "FILE";
    }

    @Override
    public ExitStatus run(Arguments arguments, Console console) {
        TraceReader.of(Path.of(arguments.operand()))
                .tell(event -> console.out().println(ConsoleLoggerFinder.time(event.time()) + " " + event.text()));
        return ExitStatus.OK;
    }
}
