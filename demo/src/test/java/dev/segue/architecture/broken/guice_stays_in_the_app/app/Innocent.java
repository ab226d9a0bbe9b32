package dev.segue.architecture.broken.guice_stays_in_the_app.app;

/** Wires. */
public final class Innocent {
    com.google.inject.Injector injector;
}
