package dev.segue.app.architecture.broken.contracts_depend_on_nothing_of_ours.domain;

/** Stands for the domain. */
public final class Innocent {}
