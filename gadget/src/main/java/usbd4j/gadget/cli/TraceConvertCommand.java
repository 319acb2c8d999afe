package usbd4j.gadget.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.trace.TraceSource;
import usbd4j.gadget.tracefile.Conversion;
import usbd4j.gadget.tracefile.TraceFormat;
import usbd4j.gadget.tracefile.TraceReader;

/** {@code usbd4j trace convert}. */
final class TraceConvertCommand implements Command {
    @Override
    public String name() {
        return "convert";
    }

    @Override
    public List<String> description() {
        return List.of(
                "Writes a trace in another format, which the end of OTHER says: .pcapng for Wireshark, .html for a page that shows the"
                        + " exchange in a browser, .jsonl for scripts. A file that is there is replaced.");
    }

    @Override
    public String operand() {
        return "FILE OTHER";
    }

    @Override
    public ExitStatus run(Arguments arguments, Console console) {
        Path file = Path.of(arguments.operand(0));
        Path other = Path.of(arguments.operand(1));
        UsageException.unlessWrong(() -> TraceFormat.of(other));
        TraceSource reader = TraceReader.of(file);
        requireOther(file, other);
        try (Conversion conversion = Conversion.to(other)) {
            reader.tell(conversion);
        }
        return ExitStatus.OK;
    }

    private static void requireOther(Path file, Path other) {
        try {
            if (Files.exists(other) && Files.isSameFile(file, other)) {
                throw new UsageException("FILE and OTHER are the same file");
            }
        } catch (IOException e) {
            // Whoever opens them says why that cannot be done.
        }
    }
}
