package dev.segue.app.cli;

import dev.segue.domain.accounting.Sentence;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Ends a command with a message for the user: what went wrong and what to do about it. Any other exception that escapes
 * a command is reported as a bug in Segue.
 */
public final class CommandFailure extends RuntimeException {

    private final String sentence;
    private final transient List<String> details;
    private final int exitCode;

    /** The call was correct but failed; {@code message} is printed as one line. */
    public CommandFailure(String message) {
        this(message, List.of(), ExitCode.FAILED, null);
    }

    /** The call was correct but failed; {@code details} are printed below the message, one per line. */
    public CommandFailure(String message, List<String> details) {
        this(message, details, ExitCode.FAILED, null);
    }

    /** The call was correct but failed; {@code message} is printed as one line, {@code cause} goes to the log. */
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

    /** The call was correct but failed, for these reasons; a single one is printed as it is. */
    public static CommandFailure of(String what, List<String> reasons) {
        return reasons.size() == 1
                ? new CommandFailure(reasons.get(0))
                : new CommandFailure(what + ", for " + reasons.size() + " reasons:", reasons);
    }

    /** The call was wrong; {@code message} is printed as one line. */
    public static CommandFailure wrongUsage(String message) {
        return new CommandFailure(message, List.of(), ExitCode.WRONG_USAGE, null);
    }

    /** The call was correct but failed, for a reason that another component reported. */
    public static CommandFailure because(String what, String why) {
        return new CommandFailure(Sentence.ended(what + ": " + why));
    }

    /** What went wrong, without the details. */
    public String sentence() {
        return sentence;
    }

    /** Printed below the sentence, one per line; may be empty. */
    public List<String> details() {
        return details;
    }

    public int exitCode() {
        return exitCode;
    }
}
