package dev.segue.architecture.broken.nothing_injected_travels.app;

/** Would arrive without what was injected. */
public final class Culprit implements java.io.Serializable {
    @com.google.inject.Inject
    transient String injected;
}
