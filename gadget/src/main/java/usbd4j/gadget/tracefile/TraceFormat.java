package usbd4j.gadget.tracefile;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import usbd4j.gadget.trace.TraceListener;

/** How a trace is written; the file's name says which. */
public enum TraceFormat {
    /** A line of JSON for each event, as docs/traces.md describes them. Can be read again. */
    JSON_LINES(".jsonl"),
    /** What Wireshark reads: packets as usbmon gives them, seen from the device. */
    PCAPNG(".pcapng"),
    /** A page that shows the exchange in a browser. Needs nothing but itself. */
    HTML(".html");

    private final String suffix;

    TraceFormat(String suffix) {
        this.suffix = suffix;
    }

    /**
     * {@return the format of a file}
     *
     * @param file its name ends in .jsonl, .pcapng or .html
     * @throws IllegalArgumentException if it does not
     */
    public static TraceFormat of(Path file) {
        return Arrays.stream(values())
                .filter(each -> file.toString().endsWith(each.suffix))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"%s\" is no trace: the name ends in .jsonl, .pcapng or .html".formatted(file)));
    }

    /**
     * {@return what writes the beginning of a file, and then each event}
     *
     * @param out where
     */
    TraceListener encoder(ByteArrayOutputStream out) {
        return switch (this) {
            case JSON_LINES -> new JsonLines(out);
            case PCAPNG -> new PcapNg(out);
            case HTML -> new HtmlPage(out);
        };
    }
}
