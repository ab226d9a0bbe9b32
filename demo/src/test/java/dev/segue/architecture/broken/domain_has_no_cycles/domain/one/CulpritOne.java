package dev.segue.architecture.broken.domain_has_no_cycles.domain.one;

/** Needs two. */
public final class CulpritOne {
    dev.segue.architecture.broken.domain_has_no_cycles.domain.two.CulpritTwo two;
}
