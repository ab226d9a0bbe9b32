package dev.segue.architecture.broken.contracts_depend_on_nothing_of_ours.domain;

/** Stands for the domain. */
public final class Innocent {}
