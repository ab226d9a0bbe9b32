package dev.segue.app.architecture.broken.domain_has_no_cycles.domain.one;

/** Needs two. */
public final class CulpritOne {
    dev.segue.app.architecture.broken.domain_has_no_cycles.domain.two.CulpritTwo two;
}
