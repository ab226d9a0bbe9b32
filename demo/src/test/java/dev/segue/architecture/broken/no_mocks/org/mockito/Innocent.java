package dev.segue.architecture.broken.no_mocks.org.mockito;

/** Stands for a mocking library. */
public final class Innocent {}
