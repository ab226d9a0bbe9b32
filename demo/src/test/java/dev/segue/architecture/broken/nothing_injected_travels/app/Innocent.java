package dev.segue.architecture.broken.nothing_injected_travels.app;

/** Stays on the client. */
public final class Innocent {
    @com.google.inject.Inject
    String injected;
}
