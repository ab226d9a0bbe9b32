package dev.segue.app.architecture.broken.no_mocks.app;

/** Mocks. */
public final class Culprit {
    dev.segue.app.architecture.broken.no_mocks.org.mockito.Innocent mock;
}
