package dev.segue.domain.kpi.counting;

import static java.util.Objects.requireNonNull;

import dev.segue.domain.kpi.KpiNumbers;
import dev.segue.domain.kpi.LocalTime;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.listening.Run;
import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.PlayContext;
import dev.segue.domain.session.Change.Revision;
import dev.segue.domain.session.Session;
import java.util.ArrayList;
import java.util.List;

/**
 * What KPIs need of a session, with all decided that anything else decides: the offset of its clocks, its editions, and
 * what is followed. So what was counted can be retracted exactly, whatever is decided by then.
 *
 * @param country as {@link Place#countryOf} gives it
 * @param timeZone {@link Place#NO_ZONE} when not known
 * @param deviceType what it counts under where devices are told apart
 * @param offsetSeconds how far local clocks were ahead of UTC when it began
 * @param settledAfter once the acceptance clock has passed it, no event can change it
 * @param settlingMs how long after its end that is, in milliseconds
 * @param numbers what it adds to a row of all listening
 * @param runs of playlists, albums and radios
 */
public record CountedSession(
        String listener,
        String country,
        String timeZone,
        Device.Type deviceType,
        long startedAt,
        int offsetSeconds,
        long settledAfter,
        long settlingMs,
        KpiNumbers numbers,
        List<CountedRun> runs) {

    public CountedSession {
        requireNonNull(listener, "listener");
        requireNonNull(numbers, "numbers");
        runs = List.copyOf(runs);
    }

    /**
     * What is counted of a session in a revision. A run can begin long before its session, with a play that was paused for
     * days. One that began longer before its session's end than a session can last counts when its session began: the row
     * of its own beginning is settled.
     *
     * @param followed decides what its runs are counted under
     * @param longestSessionMs how long a session can last
     */
    static CountedSession of(Revision revision, Followed followed, long longestSessionMs) {
        Session session = revision.session();
        String zone = LocalTime.zone(session.timeZone());
        List<CountedRun> runs = new ArrayList<>();
        session.runs().forEach(run -> add(runs, run, began(run, session, longestSessionMs), zone, followed));
        session.otherRuns().forEach(run -> add(runs, run, began(run, session, longestSessionMs), zone, followed));
        return new CountedSession(
                session.listener(),
                Place.countryOf(session.country()),
                zone,
                session.deviceType(),
                session.startedAt(),
                LocalTime.offsetSeconds(session.startedAt(), zone),
                revision.settledAfter(),
                Math.max(0, revision.settledAfter() - session.endedAt()),
                KpiNumbers.of(session, revision.open()),
                runs);
    }

    /** Whether the session is still running. */
    public boolean open() {
        return numbers.openSessions() > 0;
    }

    /** The same, as one that has ended. */
    CountedSession ended() {
        return new CountedSession(
                listener,
                country,
                timeZone,
                deviceType,
                startedAt,
                offsetSeconds,
                settledAfter,
                settlingMs,
                numbers.ended(),
                runs);
    }

    /** The same, without what it adds to rows: only whether it is open, and its runs. */
    public CountedSession withoutNumbers() {
        return new CountedSession(
                listener,
                country,
                timeZone,
                deviceType,
                startedAt,
                offsetSeconds,
                settledAfter,
                settlingMs,
                KpiNumbers.NONE.withOpenSessions(numbers.openSessions()),
                runs.stream().map(CountedRun::withoutNumbers).toList());
    }

    private static long began(Run run, Session session, long longestSessionMs) {
        return session.endedAt() - run.startedAt() > longestSessionMs ? session.startedAt() : run.startedAt();
    }

    private static void add(List<CountedRun> runs, Run run, long began, String zone, Followed followed) {
        Subject.Kind kind = kind(run.context().type());
        if (kind == null) {
            return;
        }
        int offset = LocalTime.offsetSeconds(began, zone);
        Subject subject = followed.subjectOf(kind, run.context(), LocalTime.at(began, offset), began);
        runs.add(CountedRun.of(run, kind, subject, began, offset));
    }

    private static Subject.Kind kind(PlayContext.Type type) {
        return switch (type) {
            case PLAYLIST -> Subject.Kind.PLAYLIST;
            case ALBUM -> Subject.Kind.ALBUM;
            case RADIO -> Subject.Kind.RADIO;
            case ARTIST, COLLECTION, SEARCH, UNKNOWN -> null;
        };
    }
}
