package dev.segue.architecture.broken.packages_have_no_cycles.domain.three;

/** Needs one, and no one needs it. */
public final class Innocent {
    dev.segue.architecture.broken.packages_have_no_cycles.domain.one.CulpritOne one;
}
