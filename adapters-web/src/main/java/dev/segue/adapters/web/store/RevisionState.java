package dev.segue.adapters.web.store;

import dev.segue.domain.session.Change;

/** How far the story of a session id is told, the end of it included. */
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
