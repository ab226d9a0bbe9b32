package dev.segue.architecture.broken.reference_borrows_no_rule.domain.session;

/** Stands for a rule of the incremental implementation. */
public final class Walk {}
