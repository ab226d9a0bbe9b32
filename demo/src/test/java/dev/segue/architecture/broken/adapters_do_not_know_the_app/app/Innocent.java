package dev.segue.architecture.broken.adapters_do_not_know_the_app.app;

/** Stands for the app. */
public final class Innocent {}
