package dev.segue.architecture.broken.packages_say_what_they_are_for.app.impl;

/** Lives in a package whose name fits everything. */
public final class CulpritImpl {}
