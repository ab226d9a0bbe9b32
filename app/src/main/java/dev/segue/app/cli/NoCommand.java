package dev.segue.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The command is missing; the usage message lists the commands. */
final class NoCommand extends ParameterException {

    NoCommand(CommandLine asked, String sentence) {
        super(asked, sentence);
    }
}
