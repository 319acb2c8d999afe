package usbd4j.gadget.cli;

import java.nio.file.Path;
import java.util.List;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.tracefile.TraceReader;
import usbd4j.gadget.tracefile.TraceStatistics;

/** {@code usbd4j trace stats}. */
final class TraceStatsCommand implements Command {
    @Override
    public String name() {
        return "stats";
    }

    @Override
    public List<String> description() {
        return List.of(
                "Prints tables of what a host did: each request, how often, how it ended and how long it took; which requests came in"
                        + " which state of DFU; and how fast firmware was transferred.");
    }

    @Override
    public String operand() {
        return "FILE";
    }

    @Override
    public ExitStatus run(Arguments arguments, Console console) {
        TraceStatistics statistics = new TraceStatistics();
        TraceReader.of(Path.of(arguments.operand())).tell(statistics);
        statistics.lines().forEach(console.out()::println);
        return ExitStatus.OK;
    }
}
