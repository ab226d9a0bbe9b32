package dev.segue.architecture.broken.adapters_do_not_know_the_app.adapters.kafka;

/** Knows the app. */
public final class Culprit {
    dev.segue.architecture.broken.adapters_do_not_know_the_app.app.Innocent setting;
}
