package dev.segue.architecture.broken.adapters_do_not_know_each_other.adapters.flink;

/** Knows no one. */
public final class Innocent {}
