package dev.segue.app.cli;

import dev.segue.domain.accounting.Sentence;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Ends a command with a message for the person at the terminal: what went wrong and what to do about it. Anything else
 * that is thrown out of a command counts as a defect of ours and is explained as one.
 */
public final class CommandFailure extends RuntimeException {

    private final String sentence;
    private final transient List<String> details;
    private final int exitCode;

    /** It was asked rightly, and could not; {@code message} is printed as one line. */
    public CommandFailure(String message) {
        this(message, List.of(), ExitCode.FAILED, null);
    }

    /** It was asked rightly, and could not; {@code details} are printed below, one a line. */
    public CommandFailure(String message, List<String> details) {
        this(message, details, ExitCode.FAILED, null);
    }

    /** It was asked rightly, and could not; {@code message} is printed as one line, {@code cause} goes to the log. */
    public CommandFailure(String message, Throwable cause) {
        this(message, List.of(), ExitCode.FAILED, cause);
    }

    private CommandFailure(String sentence, List<String> details, int exitCode, Throwable cause) {
        super(
                Stream.concat(Stream.of(sentence), details.stream())
                        .collect(Collectors.joining(System.lineSeparator() + "  ")),
                cause);
        this.sentence = sentence;
        this.details = List.copyOf(details);
        this.exitCode = exitCode;
    }

    /** It was asked wrongly; {@code message} is printed as one line. */
    public static CommandFailure wrongUsage(String message) {
        return new CommandFailure(message, List.of(), ExitCode.WRONG_USAGE, null);
    }

    /** It was asked rightly, and could not, for a reason that comes from elsewhere. */
    public static CommandFailure because(String what, String why) {
        return new CommandFailure(Sentence.ended(what + ": " + why));
    }

    /** What went wrong, without the details. */
    public String sentence() {
        return sentence;
    }

    /** What belongs below the sentence, one a line; may be empty. */
    public List<String> details() {
        return details;
    }

    public int exitCode() {
        return exitCode;
    }
}
