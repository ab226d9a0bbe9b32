package dev.segue.app.cli;

import dev.segue.domain.accounting.Sentence;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Explains a wrong call: what was wrong, what the user may have meant, and where the help is. */
final class UsageMistake implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException mistake, String[] args) {
        CommandLine command = mistake.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("segue: " + sentence(cause(mistake)));
        if (mistake instanceof NoCommand) {
            err.println();
            command.usage(err);
        } else {
            err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        }
        err.flush();
        return ExitCode.WRONG_USAGE;
    }

    /** A required option is often missing only because it was misspelt. */
    private static ParameterException cause(ParameterException mistake) {
        List<String> unknown = mistake.getCommandLine().getUnmatchedArguments();
        return mistake instanceof MissingParameterException && !unknown.isEmpty()
                ? new UnmatchedArgumentException(mistake.getCommandLine(), unknown)
                : mistake;
    }

    private static String sentence(ParameterException mistake) {
        if (!(mistake instanceof UnmatchedArgumentException unmatched)) {
            return Sentence.ended(mistake.getMessage());
        }
        String found = unmatched.getUnmatched().get(0);
        List<String> suggestions = unmatched.getSuggestions();
        String hint = suggestions.isEmpty() ? "" : " Did you mean " + String.join(" or ", suggestions) + "?";
        return "Unknown " + kindOf(unmatched) + " '" + found + "'." + hint;
    }

    private static String kindOf(UnmatchedArgumentException unmatched) {
        if (unmatched.isUnknownOption()) {
            return "option";
        }
        CommandSpec asked = unmatched.getCommandLine().getCommandSpec();
        return asked.subcommands().isEmpty()
                ? "argument"
                : asked.usageMessage().synopsisSubcommandLabel().toLowerCase(Locale.ROOT);
    }
}
