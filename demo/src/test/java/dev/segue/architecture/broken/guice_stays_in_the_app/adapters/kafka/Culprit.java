package dev.segue.architecture.broken.guice_stays_in_the_app.adapters.kafka;

/** Knows by whom it is wired. */
public final class Culprit {
    com.google.inject.Injector injector;
}
