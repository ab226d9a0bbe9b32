package dev.segue.app.cli;

import dev.segue.domain.accounting.VisibleText;
import java.io.PrintWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Model.CommandSpec;

/** Prints a command's messages for the user, in whole sentences; flushes after each. */
public record Terminal(CommandSpec command) {

    private static final Logger LOG = LoggerFactory.getLogger(Terminal.class);

    /** Prints progress on standard output. */
    public void say(String sentence) {
        PrintWriter out = command.commandLine().getOut();
        out.println(sentence);
        out.flush();
    }

    /** Prints on standard error what the command is waiting for. */
    public void note(String sentence) {
        PrintWriter err = command.commandLine().getErr();
        err.println("segue: " + sentence);
        err.flush();
    }

    /** Prints a warning on standard error and logs it. */
    public void warn(String sentence) {
        LOG.warn("{}", VisibleText.of(sentence));
        note(sentence);
    }
}
