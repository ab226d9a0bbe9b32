package dev.segue.app.cli;

import java.io.StringWriter;
import picocli.CommandLine;

/**
 * What the whole command line answers, called in this process, which takes no time to start.
 *
 * @param exitCode what the process would end with
 * @param out all of standard output
 * @param err all of standard error
 */
public record SegueCall(int exitCode, String out, String err) {

    /** Calls {@code segue arguments...}, which must not be a command that ends only when it is stopped. */
    public static SegueCall of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine segue = Segue.commandLine().setOut(new TerminalWriter(out)).setErr(new TerminalWriter(err));
        int exitCode = segue.execute(arguments);
        return new SegueCall(exitCode, out.toString(), err.toString());
    }
}
