package dev.segue.app.cli;

import dev.segue.domain.accounting.VisibleText;
import java.io.PrintWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Model.CommandSpec;

/** The person at the terminal, to whom a command speaks in whole sentences, each at once. */
public record Terminal(CommandSpec command) {

    private static final Logger LOG = LoggerFactory.getLogger(Terminal.class);

    /** Tells how it goes, on standard output. */
    public void say(String sentence) {
        PrintWriter out = command.commandLine().getOut();
        out.println(sentence);
        out.flush();
    }

    /** Tells what may be wrong, on standard error and in the log. */
    public void warn(String sentence) {
        LOG.warn("{}", VisibleText.of(sentence));
        PrintWriter err = command.commandLine().getErr();
        err.println("segue: " + sentence);
        err.flush();
    }
}
