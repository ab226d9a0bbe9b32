package dev.segue.architecture.broken.reference_borrows_no_rule.domain.reference;

import dev.segue.architecture.broken.reference_borrows_no_rule.domain.listening.Silence;

/** Borrows how listening is judged. */
public final class CulpritInListening {
    Silence[] borrowed;
}
