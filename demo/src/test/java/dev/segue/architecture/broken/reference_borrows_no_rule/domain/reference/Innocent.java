package dev.segue.architecture.broken.reference_borrows_no_rule.domain.reference;

import dev.segue.architecture.broken.reference_borrows_no_rule.domain.session.Session;

/** Speaks of values only. */
public final class Innocent {
    Session[] sessions;
    Session.Status status;
}
