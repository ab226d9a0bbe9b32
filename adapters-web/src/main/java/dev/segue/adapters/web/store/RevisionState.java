package dev.segue.adapters.web.store;

import dev.segue.domain.session.Change;

/** The state of a session id after a revision. */
public enum RevisionState {
    EARLY,
    FINAL,
    CORRECTED,
    SUPERSEDED;

    static RevisionState of(Change.Status status) {
        return switch (status) {
            case EARLY -> EARLY;
            case FINAL -> FINAL;
            case CORRECTED -> CORRECTED;
        };
    }
}
