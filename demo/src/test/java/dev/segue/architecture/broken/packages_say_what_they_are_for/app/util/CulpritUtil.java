package dev.segue.architecture.broken.packages_say_what_they_are_for.app.util;

/** Lives in a package whose name fits everything. */
public final class CulpritUtil {}
