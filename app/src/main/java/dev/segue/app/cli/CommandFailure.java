package dev.segue.app.cli;

/**
 * Ends a command with a message for the person at the terminal: what went wrong and what to do about it. Anything else
 * that is thrown out of a command counts as a defect of ours and is explained as one.
 */
public final class CommandFailure extends RuntimeException {

    private final int exitCode;

    /** It was asked rightly, and could not; {@code message} is printed as it is. */
    public CommandFailure(String message) {
        this(message, ExitCode.FAILED, null);
    }

    /** It was asked rightly, and could not; {@code message} is printed as it is, {@code cause} goes to the log. */
    public CommandFailure(String message, Throwable cause) {
        this(message, ExitCode.FAILED, cause);
    }

    private CommandFailure(String message, int exitCode, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** It was asked wrongly; {@code message} is printed as it is. */
    public static CommandFailure wrongUsage(String message) {
        return new CommandFailure(message, ExitCode.WRONG_USAGE, null);
    }

    public int exitCode() {
        return exitCode;
    }
}
