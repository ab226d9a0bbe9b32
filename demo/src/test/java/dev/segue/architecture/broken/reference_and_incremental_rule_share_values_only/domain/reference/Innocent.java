package dev.segue.architecture.broken.reference_and_incremental_rule_share_values_only.domain.reference;

/** Stands for the reference. */
public final class Innocent {}
