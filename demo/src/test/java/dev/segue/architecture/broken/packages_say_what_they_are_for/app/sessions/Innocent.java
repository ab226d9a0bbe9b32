package dev.segue.architecture.broken.packages_say_what_they_are_for.app.sessions;

/** Lives in a package with a meaning. */
public final class Innocent {}
