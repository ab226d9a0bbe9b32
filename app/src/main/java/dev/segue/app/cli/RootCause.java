package dev.segue.app.cli;

/** Finds the root cause of a failure, which is what the user can act on. */
public final class RootCause {

    private RootCause() {}

    /** The failure itself when it has no cause. */
    public static Throwable of(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
