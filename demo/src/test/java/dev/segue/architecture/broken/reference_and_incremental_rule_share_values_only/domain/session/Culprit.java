package dev.segue.architecture.broken.reference_and_incremental_rule_share_values_only.domain.session;

/** Borrows from the reference. */
public final class Culprit {
    dev.segue.architecture.broken.reference_and_incremental_rule_share_values_only.domain.reference.Innocent borrowed;
}
