package dev.segue.architecture.broken.domain_stands_alone.adapters;

/** Lives elsewhere. */
public final class Neighbour {
    java.io.File mayDoSo;
}
