package dev.segue.app.cli;

import java.io.StringWriter;
import picocli.CommandLine;

/**
 * The result of a call of the command line in this process, which is faster than starting a new one.
 *
 * @param exitCode the exit code that the process would have
 * @param out all of standard output
 * @param err all of standard error
 */
public record SegueCall(int exitCode, String out, String err) {

    /** Calls {@code segue arguments...}, which must not be a command that runs until it is stopped. */
    public static SegueCall of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine segue = Segue.commandLine().setOut(new TerminalWriter(out)).setErr(new TerminalWriter(err));
        int exitCode = segue.execute(arguments);
        return new SegueCall(exitCode, out.toString(), err.toString());
    }
}
