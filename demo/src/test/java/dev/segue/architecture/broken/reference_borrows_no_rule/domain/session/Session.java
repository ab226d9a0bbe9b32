package dev.segue.architecture.broken.reference_borrows_no_rule.domain.session;

/** Stands for a value that both implementations speak of. */
public final class Session {
    /** So does what it is made of. */
    public static final class Status {}
}
