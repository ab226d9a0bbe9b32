package dev.segue.app.replay;

import dev.segue.app.cli.Segue;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/**
 * What {@code segue replay} answered, run in this process.
 *
 * @param out standard output
 * @param err standard error
 */
record Replayed(int exitCode, String out, String err) {

    /** Runs it with these arguments. */
    static Replayed with(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine segue = Segue.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        List<String> line = new ArrayList<>(List.of("replay"));
        for (Object argument : arguments) {
            line.add(argument.toString());
        }
        int exitCode = segue.execute(line.toArray(String[]::new));
        return new Replayed(exitCode, out.toString(), err.toString());
    }

    /** The line of the report that holds the account of the input. */
    String account() {
        return out.lines()
                .filter(line -> line.contains(" accepted + "))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no account in\n" + this))
                .strip();
    }
}
