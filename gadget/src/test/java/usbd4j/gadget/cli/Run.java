package usbd4j.gadget.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * What a command line leads to.
 *
 * @param status the exit status
 * @param out what is on standard output
 * @param err what is on standard error
 */
record Run(int status, String out, String err) {
    /** {@return what this program makes of its arguments} */
    static Run usbd4j(String... args) {
        return of(Main.commands(), args);
    }

    static Run of(CommandGroup commands, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = new Program(commands, new Console(new PrintWriter(out), new PrintWriter(err))).execute(args);
        return new Run(status, out.toString(), err.toString());
    }
}
