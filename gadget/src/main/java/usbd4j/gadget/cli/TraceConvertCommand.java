package usbd4j.gadget.cli;

import java.nio.file.Path;
import java.util.List;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.tracefile.Conversion;
import usbd4j.gadget.tracefile.JsonLinesReader;
import usbd4j.gadget.tracefile.TraceFormat;

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
                        + " exchange in a browser. A file that is there is replaced.");
    }

    @Override
    public String operand() {
        return "FILE OTHER";
    }

    @Override
    public ExitStatus run(Arguments arguments, Console console) {
        JsonLinesReader reader = new JsonLinesReader(Path.of(arguments.operand(0)));
        Path other = Path.of(arguments.operand(1));
        UsageException.unlessWrong(() -> TraceFormat.of(other));
        try (Conversion conversion = Conversion.to(other)) {
            reader.tell(conversion);
        }
        return ExitStatus.OK;
    }
}
