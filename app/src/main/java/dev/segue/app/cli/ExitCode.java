package dev.segue.app.cli;

/** Exit codes of the process. */
public final class ExitCode {

    /** The command succeeded. */
    public static final int OK = 0;

    /** The call was correct, but the command failed. */
    public static final int FAILED = 1;

    /** The call was wrong: an unknown option, a missing file name, an invalid configuration. */
    public static final int WRONG_USAGE = 2;

    /** Ended by Ctrl-C; the number that shells report for such a process. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
