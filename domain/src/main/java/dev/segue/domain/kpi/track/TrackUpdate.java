package dev.segue.domain.kpi.track;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.kpi.counting.SessionUpdate;
import dev.segue.domain.listening.ListeningRules;
import dev.segue.domain.listening.Play;
import dev.segue.domain.playback.PlayContext;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Change.PlaysGone;
import dev.segue.domain.session.Change.PlaysOfSession;
import dev.segue.domain.session.SessionId;
import java.util.List;

/** A record of a session, or of its plays, as far as track KPIs need it. */
public sealed interface TrackUpdate {

    SessionId sessionId();

    /** A record of the session. */
    record OfSession(SessionUpdate update) implements TrackUpdate {

        public OfSession {
            requireNonNull(update, "update");
        }

        @Override
        public SessionId sessionId() {
            return update.sessionId();
        }
    }

    /**
     * A chunk of its plays, which replaces the one before.
     *
     * @param plays those from a playlist, album or radio; empty, too, when the chunk no longer exists
     */
    record OfPlays(SessionId sessionId, int chunk, List<TrackPlay> plays) implements TrackUpdate {

        public OfPlays {
            plays = List.copyOf(plays);
        }
    }

    /**
     * Of how many chunks of a session the plays are counted: of 90 plays each, that is one every 19 s for 24 hours, which nobody
     * listens to. It bounds what a client that sends without end costs.
     */
    int MOST_CHUNKS = 50;

    /** What track KPIs need of a record of a session. */
    static TrackUpdate of(SessionUpdate update) {
        return new OfSession(
                update instanceof SessionUpdate.Current current
                        ? new SessionUpdate.Current(
                                current.sessionId(),
                                current.number(),
                                current.asOf(),
                                current.session().withoutNumbers())
                        : update);
    }

    /**
     * What track KPIs need of a record of plays.
     *
     * @param change plays, or plays that are gone
     * @throws IllegalArgumentException when it is another change
     */
    static TrackUpdate of(Change change, ListeningRules rules) {
        if (change instanceof PlaysOfSession chunk) {
            if (chunk.chunk() >= MOST_CHUNKS) {
                return new OfPlays(chunk.sessionId(), chunk.chunk(), List.of());
            }
            List<TrackPlay> plays = chunk.plays().stream()
                    .filter(TrackUpdate::isFromSubject)
                    .map(play ->
                            new TrackPlay(play.context(), play.startedAt(), idOf(play), TrackNumbers.of(play, rules)))
                    .toList();
            return new OfPlays(chunk.sessionId(), chunk.chunk(), plays);
        }
        if (change instanceof PlaysGone gone) {
            return new OfPlays(gone.sessionId(), gone.chunk(), List.of());
        }
        throw new IllegalArgumentException("not plays: " + change.getClass().getSimpleName());
    }

    private static String idOf(Play play) {
        return play.trackId() == null || play.trackId().isEmpty() ? null : play.trackId();
    }

    private static boolean isFromSubject(Play play) {
        PlayContext context = play.context();
        return context != null
                && switch (context.type()) {
                    case PLAYLIST, ALBUM, RADIO -> true;
                    case ARTIST, COLLECTION, SEARCH, UNKNOWN -> false;
                };
    }
}
