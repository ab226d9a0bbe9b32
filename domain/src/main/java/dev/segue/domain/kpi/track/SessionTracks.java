package dev.segue.domain.kpi.track;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.kpi.KpiKey;
import dev.segue.domain.kpi.LocalTime;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.kpi.counting.BeforeImage;
import dev.segue.domain.kpi.counting.CountedRun;
import dev.segue.domain.kpi.counting.CountedSession;
import dev.segue.domain.kpi.counting.SessionUpdate;
import dev.segue.domain.kpi.track.TrackUpdate.OfPlays;
import dev.segue.domain.kpi.track.TrackUpdate.OfSession;
import dev.segue.domain.playback.PlayContext;
import dev.segue.domain.session.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What was last read of one session and of each chunk of its plays. What track KPIs count is derived from these alone, so
 * whatever replaces one of them is counted exactly, in whatever order they are read: they are on two topics.
 *
 * <p>A play counts under the subject of its run, which says whether it is followed: the latest run of the same playlist,
 * album or radio, and of the same edition, that had begun by then. (Only a play that was paused for days began before its
 * run, which counts when its session began; it counts under the first.) It counts in the local week in which that run
 * began. So in a week of a subject the plays of all tracks are those of its KPI row, unless a run of the same list began in
 * another week on another device meanwhile, or the session has more runs than it lists, or more than {@link
 * TrackUpdate#MOST_CHUNKS} chunks.
 *
 * @param image the session, as {@link BeforeImage} keeps it; null when no record of it was read
 * @param chunks plays by chunk
 * @param waitsUntil until when, on the acceptance clock, chunks wait for their session to be read; {@link
 *     Clocks#NOT_STARTED} if that clock is yet to start
 * @param waitedOnce whether the clock has passed that once, and {@code waitsUntil} is how far it must go on
 */
public record SessionTracks(
        BeforeImage image, SortedMap<Integer, List<TrackPlay>> chunks, long waitsUntil, boolean waitedOnce) {

    /**
     * How long a chunk waits for a record of its session: 35 days, on the acceptance clock. Usually both are read together. But
     * of a compacted topic only the last record of a session is left, which may have been written as long after the chunk as
     * the session could be corrected.
     */
    static final long WAITS_MS = 35L * 24 * 3_600_000;

    private static final SessionTracks NOTHING =
            new SessionTracks(null, Collections.emptySortedMap(), Clocks.NOT_STARTED, false);

    public SessionTracks {
        chunks = Collections.unmodifiableSortedMap(new TreeMap<>(chunks));
    }

    /**
     * What became of an update, or of the time that passed.
     *
     * @param tracks what is to be stored now; null for nothing
     * @param changes what changes in the track KPIs of which subjects and weeks
     */
    public record Applied(SessionTracks tracks, List<TrackChange> changes) {}

    /**
     * Applies an update. As for KPI rows, the last record of a session and of a chunk counts, and what is settled and purged
     * is not counted again.
     *
     * @param before what is stored, or null
     * @param writtenAt the watermark with which the update was written: until the clock has passed it, not all that was
     *     written before has been read
     * @param clock the acceptance clock: that of the topic that is behind
     */
    public static Applied apply(SessionTracks before, TrackUpdate update, long writtenAt, long clock) {
        SessionTracks known = before == null ? NOTHING : before;
        SessionTracks after = update instanceof OfSession session
                ? known.with(session, clock)
                : known.with((OfPlays) update, Math.max(writtenAt, clock));
        return new Applied(after.orNull(), changes(known, after));
    }

    private SessionTracks with(OfSession session, long clock) {
        BeforeImage.Replaced replaced = BeforeImage.replace(image, session.update(), clock);
        boolean isGone = replaced.outcome() == Outcome.LATE || session.update() instanceof SessionUpdate.Purged;
        return new SessionTracks(
                replaced.image(), isGone ? Collections.emptySortedMap() : chunks, waitsUntil, waitedOnce);
    }

    private SessionTracks with(OfPlays plays, long readAt) {
        if (plays.plays().isEmpty() && !chunks.containsKey(plays.chunk())) {
            return this;
        }
        SortedMap<Integer, List<TrackPlay>> changed = new TreeMap<>(chunks);
        if (plays.plays().isEmpty()) {
            changed.remove(plays.chunk());
        } else {
            changed.put(plays.chunk(), plays.plays());
        }
        long until = readAt == Clocks.NOT_STARTED ? Clocks.NOT_STARTED : plus(readAt, WAITS_MS);
        return new SessionTracks(image, changed, Math.max(waitsUntil, until), false);
    }

    /**
     * What becomes of it at {@code clock} when nothing is read.
     *
     * <p>A chunk whose session was not read waits for it. A session that was not read when the clock has gone on long beyond
     * what was written with the chunk is settled and purged: the chunk is a repeat.
     */
    public Applied at(long clock) {
        SessionTracks after = agedAt(clock);
        return new Applied(after.orNull(), changes(this, after));
    }

    private SessionTracks agedAt(long clock) {
        if (image != null) {
            BeforeImage aged = image.agedAt(clock);
            return aged == null ? NOTHING : new SessionTracks(aged, chunks, waitsUntil, waitedOnce);
        }
        if (clock <= waitsUntil) {
            return this;
        }
        boolean noMoreTimePasses = clock > Clocks.ENDED - BeforeImage.BEHIND_MS;
        if (waitsUntil == Clocks.NOT_STARTED && !noMoreTimePasses) {
            return new SessionTracks(null, chunks, plus(clock, WAITS_MS), false);
        }
        return waitedOnce || noMoreTimePasses
                ? NOTHING
                : new SessionTracks(null, chunks, clock + BeforeImage.BEHIND_MS, true);
    }

    /** Once the acceptance clock has passed the returned time, call {@link #at}. */
    public long nextOnClock() {
        return image == null ? waitsUntil : image.retainedUntil();
    }

    private SessionTracks orNull() {
        return image == null && chunks.isEmpty() ? null : this;
    }

    private static long plus(long time, long more) {
        return time > Clocks.ENDED - more ? Clocks.ENDED : time + more;
    }

    private CountedSession session() {
        return image == null ? null : image.session();
    }

    private int openSessions() {
        return image != null && image.isOpen() ? 1 : 0;
    }

    /** What the session and its plays add, by subject and week, and there by track. */
    private Map<KpiKey, Map<String, TrackNumbers>> contributions() {
        Map<KpiKey, Map<String, TrackNumbers>> found = new LinkedHashMap<>();
        if (session() == null) {
            return found;
        }
        for (CountedRun run : session().runs()) {
            if (run.subject().id() != null) {
                found.computeIfAbsent(keyOf(run), key -> new LinkedHashMap<>());
            }
        }
        for (List<TrackPlay> plays : chunks.values()) {
            for (TrackPlay play : plays) {
                CountedRun run = runOf(play, session().runs());
                if (run != null) {
                    String track = Objects.requireNonNullElse(play.trackId(), TrackChange.NO_TRACK);
                    found.get(keyOf(run)).merge(track, play.numbers(), TrackNumbers::plus);
                }
            }
        }
        return found;
    }

    private static KpiKey keyOf(CountedRun run) {
        return new KpiKey(run.subject(), Place.WORLD, began(run).week());
    }

    private static LocalTime began(CountedRun run) {
        return LocalTime.at(run.startedAt(), run.offsetSeconds());
    }

    /** Null when it is of no run that is followed. An edition beyond the maximum counts under its playlist, album or radio. */
    private static CountedRun runOf(TrackPlay play, List<CountedRun> runs) {
        String edition = play.context().edition();
        if (edition == null || edition.isEmpty()) {
            return latest(runs, play, SessionTracks::isWithoutEdition);
        }
        CountedRun ofEdition =
                latest(runs, play, run -> edition.equals(run.subject().edition()));
        return ofEdition == null ? latest(runs, play, run -> run.subject().edition() == null) : ofEdition;
    }

    /** A playlist without a reported edition counts by the week. */
    private static boolean isWithoutEdition(CountedRun run) {
        return run.kind() == Subject.Kind.PLAYLIST
                ? began(run).isoWeek().equals(run.subject().edition())
                : run.subject().edition() == null;
    }

    private static CountedRun latest(List<CountedRun> runs, TrackPlay play, Predicate<CountedRun> ofEdition) {
        PlayContext context = play.context();
        CountedRun found = null;
        for (CountedRun run : runs) {
            boolean isOfSubject = run.kind().name().equals(context.type().name())
                    && context.id().equals(run.subject().id());
            if (isOfSubject && ofEdition.test(run) && isBetter(run, found, play.startedAt())) {
                found = run;
            }
        }
        return found;
    }

    /** The latest that had begun; if none had, the first. Of those that began together, the first in the list. */
    private static boolean isBetter(CountedRun run, CountedRun found, long startedAt) {
        if (found == null) {
            return true;
        }
        boolean hadBegun = run.startedAt() <= startedAt;
        boolean foundHadBegun = found.startedAt() <= startedAt;
        if (hadBegun != foundHadBegun) {
            return hadBegun;
        }
        return hadBegun ? run.startedAt() > found.startedAt() : run.startedAt() < found.startedAt();
    }

    private static List<TrackChange> changes(SessionTracks before, SessionTracks after) {
        if (after.image == null || after.equals(before)) {
            // Not read yet, or purged, or nothing new: what was counted stays counted.
            return List.of();
        }
        Map<KpiKey, Map<String, TrackNumbers>> was = before.contributions();
        Map<KpiKey, Map<String, TrackNumbers>> is = after.contributions();
        CountedSession latest = after.session() == null ? before.session() : after.session();
        Set<KpiKey> keys = new LinkedHashSet<>(was.keySet());
        keys.addAll(is.keySet());
        List<TrackChange> changes = new ArrayList<>();
        for (KpiKey key : keys) {
            int open = (is.containsKey(key) ? after.openSessions() : 0)
                    - (was.containsKey(key) ? before.openSessions() : 0);
            Map<String, TrackNumbers> added =
                    difference(was.getOrDefault(key, Map.of()), is.getOrDefault(key, Map.of()));
            boolean isNew = !was.containsKey(key);
            if (isNew || open != 0 || !added.isEmpty() || !sameTimes(before, after)) {
                changes.add(new TrackChange(key, open, added, after.image.retainedUntil(), latest.settlingMs()));
            }
        }
        return changes;
    }

    /** Track KPIs must not be settled before all that they were counted from is purged, so they learn that time too. */
    private static boolean sameTimes(SessionTracks before, SessionTracks after) {
        return before.image != null
                && before.image.retainedUntil() == after.image.retainedUntil()
                && before.image.passed() == after.image.passed()
                && (before.session() == null
                        || after.session() == null
                        || before.session().settlingMs() == after.session().settlingMs());
    }

    private static Map<String, TrackNumbers> difference(Map<String, TrackNumbers> was, Map<String, TrackNumbers> is) {
        Map<String, TrackNumbers> added = new LinkedHashMap<>();
        is.forEach((track, numbers) -> added.put(track, numbers.minus(was.getOrDefault(track, TrackNumbers.NONE))));
        was.forEach((track, numbers) -> {
            if (!is.containsKey(track)) {
                added.put(track, TrackNumbers.NONE.minus(numbers));
            }
        });
        added.values().removeIf(TrackNumbers.NONE::equals);
        return added;
    }
}
