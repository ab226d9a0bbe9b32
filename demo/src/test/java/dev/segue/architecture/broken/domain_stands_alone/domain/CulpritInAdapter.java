package dev.segue.architecture.broken.domain_stands_alone.domain;

/** Knows an adapter. */
public final class CulpritInAdapter {
    dev.segue.architecture.broken.domain_stands_alone.adapters.Neighbour neighbour;
}
