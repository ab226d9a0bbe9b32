package dev.segue.domain.session;

import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.semantics.SessionSemantics;
import java.util.Comparator;
import java.util.List;

/** What the incremental form has told, once no more can come, is what sessions are. */
class ListenerSessionsSemanticsTest extends SessionSemantics {

    private static final Comparator<Session> BY_LISTENER_AND_START =
            Comparator.comparing(Session::listener).thenComparingLong(Session::startedAt);

    @Override
    public List<Session> sessionsOf(List<PlaybackEvent> accepted, SessionRules rules) {
        Remembered stream = new Remembered(rules);
        accepted.forEach(event -> stream.accept(event, Clocks.at(Clocks.NOT_STARTED)));
        stream.advance(Clocks.at(Clocks.ENDED));
        return stream.standing().stream().sorted(BY_LISTENER_AND_START).toList();
    }
}
