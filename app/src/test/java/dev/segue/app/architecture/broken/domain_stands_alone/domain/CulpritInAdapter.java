package dev.segue.app.architecture.broken.domain_stands_alone.domain;

/** Knows an adapter. */
public final class CulpritInAdapter {
    dev.segue.app.architecture.broken.domain_stands_alone.adapters.Neighbour neighbour;
}
