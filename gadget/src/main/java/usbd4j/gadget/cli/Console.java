package usbd4j.gadget.cli;

import java.io.PrintWriter;

/**
 * Where the program writes.
 *
 * @param out standard output
 * @param err standard error
 */
record Console(PrintWriter out, PrintWriter err) {
    void flush() {
        out.flush();
        err.flush();
    }
}
