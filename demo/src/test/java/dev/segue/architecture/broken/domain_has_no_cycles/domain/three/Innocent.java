package dev.segue.architecture.broken.domain_has_no_cycles.domain.three;

/** Needs one, and no one needs it. */
public final class Innocent {
    dev.segue.architecture.broken.domain_has_no_cycles.domain.one.CulpritOne one;
}
