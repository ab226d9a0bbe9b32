package dev.segue.architecture.broken.domain_stands_alone.domain;

/** Keeps to the allow-list. */
public record Innocent(java.util.List<int[]> counts, java.time.Instant at) implements java.io.Serializable {}
