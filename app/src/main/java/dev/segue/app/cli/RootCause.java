package dev.segue.app.cli;

/** Finds what a failure began with, which is what people can do something about. */
public final class RootCause {

    private RootCause() {}

    /** The failure itself when nothing caused it. */
    public static Throwable of(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
