package dev.segue.architecture.broken.contracts_depend_on_nothing_of_ours.contracts;

/** Knows the domain. */
public final class Culprit {
    dev.segue.architecture.broken.contracts_depend_on_nothing_of_ours.domain.Innocent value;
}
