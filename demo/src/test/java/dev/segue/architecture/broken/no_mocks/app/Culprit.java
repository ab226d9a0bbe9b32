package dev.segue.architecture.broken.no_mocks.app;

/** Mocks. */
public final class Culprit {
    dev.segue.architecture.broken.no_mocks.org.mockito.Innocent mock;
}
