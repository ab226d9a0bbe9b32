package dev.segue.architecture.broken.reference_borrows_no_rule.domain.reference;

import dev.segue.architecture.broken.reference_borrows_no_rule.domain.session.Walk;

/** Borrows how sessions are found. */
public final class CulpritInSession {
    Walk borrowed;
}
