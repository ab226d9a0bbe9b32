package dev.segue.domain.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.fixture.EventBuilder;
import dev.segue.domain.fixture.Times;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.session.Session;
import dev.segue.domain.session.SessionRules;
import java.util.Arrays;
import java.util.List;

/** Something that finds the current sessions. */
public interface CurrentSessions {

    /** The current sessions, by listener and start, once all these events are accepted in this order. */
    List<Session> sessionsOf(List<PlaybackEvent> accepted, SessionRules rules);

    /** The sessions by the default rules. */
    default List<Session> sessionsOf(EventBuilder<?>... events) {
        return sessionsOf(SessionRules.DEFAULT, events);
    }

    default List<Session> sessionsOf(SessionRules rules, EventBuilder<?>... events) {
        return sessionsOf(Arrays.stream(events).map(EventBuilder::build).toList(), rules);
    }

    /** The one session, by the default rules. */
    default Session sessionOf(EventBuilder<?>... events) {
        List<Session> sessions = sessionsOf(events);
        assertThat(sessions).hasSize(1);
        return sessions.get(0);
    }

    /** Start and end, to compare with {@link Session}s when nothing else matters. */
    record Bounds(long from, long to) {

        /** In the format of {@link Times#at}. */
        static Bounds of(String from, String to) {
            return new Bounds(Times.at(from), Times.at(to));
        }

        static Bounds of(Session session) {
            return new Bounds(session.startedAt(), session.endedAt());
        }

        static List<Bounds> of(List<Session> sessions) {
            return sessions.stream().map(Bounds::of).toList();
        }
    }
}
