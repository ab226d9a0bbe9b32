package dev.segue.architecture.broken.domain_stands_alone.domain;

/** Touches files. */
public final class CulpritInIo {
    java.io.File file;
}
