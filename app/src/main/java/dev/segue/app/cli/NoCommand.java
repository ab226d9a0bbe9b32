package dev.segue.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Somebody named no command where one is needed, so they are shown which there are. */
final class NoCommand extends ParameterException {

    NoCommand(CommandLine asked, String sentence) {
        super(asked, sentence);
    }
}
