package dev.segue.domain.reference;

import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.semantics.SessionSemantics;
import dev.segue.domain.session.Session;
import dev.segue.domain.session.SessionRules;
import java.util.List;

class BatchReferenceTest extends SessionSemantics {

    @Override
    public List<Session> sessionsOf(List<PlaybackEvent> accepted, SessionRules rules) {
        return BatchReference.sessionsOf(accepted, rules);
    }
}
