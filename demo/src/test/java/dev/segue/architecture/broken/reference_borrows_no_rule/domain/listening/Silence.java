package dev.segue.architecture.broken.reference_borrows_no_rule.domain.listening;

/** Stands for a rule of listening. */
public final class Silence {}
