package dev.segue.app.cli;

/** What the process ends with. */
public final class ExitCode {

    /** It did what was asked. */
    public static final int OK = 0;

    /** It was asked rightly, and could not. */
    public static final int FAILED = 1;

    /** It was asked wrongly: an unknown option, a missing file name, an invalid configuration. */
    public static final int WRONG_USAGE = 2;

    /** Ctrl-C ended it; the number is what shells report of such a process. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
