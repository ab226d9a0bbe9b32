package dev.segue.domain.alert.impact;

/** How much an incident matters, from least to most. */
public enum Severity {
    MINOR,
    MAJOR,
    CRITICAL
}
