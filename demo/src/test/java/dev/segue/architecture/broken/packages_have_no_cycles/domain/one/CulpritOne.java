package dev.segue.architecture.broken.packages_have_no_cycles.domain.one;

/** Needs two. */
public final class CulpritOne {
    dev.segue.architecture.broken.packages_have_no_cycles.domain.two.CulpritTwo two;
}
