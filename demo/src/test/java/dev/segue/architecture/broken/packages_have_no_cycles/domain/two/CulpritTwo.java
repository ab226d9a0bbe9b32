package dev.segue.architecture.broken.packages_have_no_cycles.domain.two;

/** Needs one. */
public final class CulpritTwo {
    dev.segue.architecture.broken.packages_have_no_cycles.domain.one.CulpritOne one;
}
