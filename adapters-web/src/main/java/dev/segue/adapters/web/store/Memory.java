package dev.segue.adapters.web.store;

import dev.segue.domain.accounting.Health;
import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.accounting.RecordRates;
import dev.segue.domain.alert.AlertNote;
import dev.segue.domain.alert.ExpectedRange;
import dev.segue.domain.alert.Incident;
import dev.segue.domain.alert.impact.Deviation;
import dev.segue.domain.alert.impact.DeviceShares;
import dev.segue.domain.alert.impact.EditionAge;
import dev.segue.domain.alert.impact.Impact;
import dev.segue.domain.alert.impact.Insight;
import dev.segue.domain.clock.Clocks;
import dev.segue.domain.history.TrackName;
import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.KpiWindow;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.kpi.track.TrackKpis;
import dev.segue.domain.listening.Play;
import dev.segue.domain.playback.DeadLetter;
import dev.segue.domain.playback.RejectionReason;
import dev.segue.domain.session.Change;
import dev.segue.domain.signal.now.Signal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The contents of the topics, in bounded memory. One thread writes, many read; every method is atomic, and returned
 * values do not change.
 */
public final class Memory {

    /** Kinds of data, each written by one job. */
    public enum Kind {
        SESSIONS,
        SIGNALS,
        KPIS,
        INCIDENTS
    }

    /**
     * How much of one kind is in memory.
     *
     * @param bytes estimate of how many they take
     * @param mostBytes how many they may take
     * @param evicted how many were evicted to make room
     */
    public record Fill(long count, long most, long bytes, long mostBytes, long evicted) {}

    /**
     * What is known about a session id.
     *
     * @param revision the latest, not counting the one that superseded it; null if only that or only plays were
     *     received
     * @param story its revisions, oldest first; never empty
     */
    public record SessionStory(String id, Change.Revision revision, List<RevisionSummary> story, List<Play> plays) {}

    /**
     * What is known about a listener.
     *
     * @param sessions the latest first
     * @param more how many earlier sessions are in memory beyond these
     * @param signal the newest, or null
     * @param pastSignals those before it that are in memory, the newest first
     * @param signalReceivedAt when the signal was written, in epoch milliseconds; null if there is none
     */
    public record ListenerStory(
            String name,
            List<SessionStory> sessions,
            int more,
            Signal signal,
            List<Signal> pastSignals,
            Long signalReceivedAt) {}

    /**
     * The current audience.
     *
     * @param clock the newest event time received, {@link Clocks#NOT_STARTED} before any
     * @param usual the same at this time of the weeks before
     * @param firstMinute of {@code songs} and {@code skips}, in minutes since the epoch
     * @param fromSignals whether songs are counted from signals, and so at once
     * @param moods listeners by cell of the mood map: row by row from the lowest energy, in each from the lowest
     *     valence
     */
    public record Audience(
            long clock,
            long listening,
            long openSessions,
            UsualAudience usual,
            long firstMinute,
            List<Integer> songs,
            List<Integer> skips,
            boolean fromSignals,
            List<Integer> moods) {}

    /**
     * What is usual at a time of the week: medians of the same time of the weeks before; empty if too few weeks are known.
     *
     * @param openSessions the number of open sessions
     * @param songs a minute
     * @param skips a minute
     */
    public record UsualAudience(OptionalDouble openSessions, OptionalDouble songs, OptionalDouble skips) {}

    /**
     * The latest report of a part of a job.
     *
     * @param at when it was written, in epoch milliseconds
     * @param before when the previous report was written; null if there is none
     * @param readAt when the first report with the current number of read events was written
     */
    public record PartReport(Health health, long at, Long before, long readAt) {

        /**
         * A job that reads input older than this is behind. A job usually reads within a second; after a restart, or
         * during a slow checkpoint, it may take some ten seconds.
         */
        public static final long MOST_LAG_MS = 60_000;

        /** Jobs report with every checkpoint, usually every ten seconds: this is a dozen of them. */
        public static final long LONGEST_SILENCE_MS = 120_000;

        /** A job with longer checkpoint intervals is silent when it has missed this many reports. */
        private static final int MOST_LEFT_OUT = 3;

        /** The longest silence accepted from any job: checkpoints this far apart are of no use. */
        private static final long MOST_PATIENCE_MS = 30 * 60_000;

        /** A job that has read nothing for this long has read everything; its lag is then meaningless. */
        private static final long QUIET_MS = 60_000;

        /**
         * After a longer silence the part counts as silent. A pause between two reports may have been an outage, so it
         * counts as the job's interval only up to a limit.
         */
        public long longestSilenceMs() {
            return before == null
                    ? LONGEST_SILENCE_MS
                    : Math.max(LONGEST_SILENCE_MS, Math.min(MOST_PATIENCE_MS, MOST_LEFT_OUT * (at - before)));
        }

        /** From append to reading, in milliseconds; negative if it is unknown, or there is nothing new to read. */
        public long lagMs() {
            return at - readAt >= QUIET_MS ? -1 : health.lagMs();
        }
    }

    /**
     * When a job was behind or silent.
     *
     * @param since when the first of its reports was written that the page has read, in epoch milliseconds
     * @param spells the earliest first
     */
    public record JobPast(String job, long since, List<Spell> spells) {}

    /**
     * What is not as expected in the latest complete hour, or day, of each country.
     *
     * @param found what affects most listeners first
     * @param compared how many series were compared
     * @param leftOut how many had too few sessions to be among those
     */
    public record Insights(List<Insight> found, int compared, int leftOut) {}

    /**
     * The latest reports of a job.
     *
     * @param ledger null until all of its parts have reported once
     * @param firstMinute of {@code rates}, in minutes since the epoch
     * @param rates records a minute by the wall clock, as far as it is known; null for a minute that is not
     */
    public record JobReport(
            String job, Ledger ledger, long firstMinute, List<RecordRates.Rate> rates, List<PartReport> parts) {}

    /**
     * A record that a job rejected.
     *
     * @param at when it was rejected, in epoch milliseconds
     * @param topic where the record is
     * @param explanation one sentence
     * @param content the printable text of the first bytes of its value, with a dot for everything else; null if the dead letter
     *     does not hold it
     * @param bytes how many bytes of the value the dead letter holds
     */
    public record Letter(
            long at, String topic, int partition, long offset, String explanation, String content, int bytes) {}

    private final AlertSettings unusual;
    private final RulesOfListening rules;
    private final Minutes minutes = new Minutes();
    private final Sessions sessions;
    private final Rows rows;
    private final Incidents incidents;
    private final Comparisons comparisons;
    private final InsightFinder insights;
    private final Notes notes = new Notes();
    private final Signals signals;
    private final PastSignals pastSignals;
    private final Titles titles;
    private final Tracks tracks;
    private final Reports reports = new Reports();
    private final DeadLetters deadLetters = new DeadLetters();

    private List<Topic> topics = List.of();
    private String trouble;
    private String awaited;
    private boolean replay;
    private long clock = Clocks.NOT_STARTED;
    private final Map<Kind, Long> clocks = new EnumMap<>(Kind.class);
    private long version;

    /** With these limits, and defaults for all else. */
    public Memory(Bounds bounds) {
        this(bounds, AlertSettings.BY_DEFAULT, RulesOfListening.BY_DEFAULT);
    }

    public Memory(Bounds bounds, AlertSettings unusual, RulesOfListening rules) {
        this.unusual = unusual;
        this.rules = rules;
        sessions = new Sessions(new Room(bounds.sessions(), bounds.bytesOfSessions()), minutes, rules.gapMs());
        rows = new Rows(new Room(bounds.rows(), bounds.bytesOfRows()), unusual::canJudge);
        incidents = new Incidents(new Room(bounds.incidents(), bounds.bytesOfIncidents()));
        comparisons = new Comparisons(rows, incidents, unusual);
        insights = new InsightFinder(rows, incidents, unusual);
        pastSignals = new PastSignals(new Room(Integer.MAX_VALUE, bounds.bytesOfPastSignals()));
        signals = new Signals(new Room(bounds.signals(), bounds.bytesOfSignals()), pastSignals, minutes);
        titles = new Titles(new Room(Integer.MAX_VALUE, bounds.bytesOfTitles()));
        tracks = new Tracks(new Room(Integer.MAX_VALUE, bounds.bytesOfTracks()));
    }

    /** Adds a record of the sessions job. */
    public synchronized void take(Change change) {
        version++;
        if (change instanceof Change.Revision revision) {
            sessions.add(revision);
            advance(
                    Kind.SESSIONS,
                    revision.asOf() == Clocks.ENDED ? revision.session().endedAt() : revision.asOf());
            Signal signal = signals.of(revision.listener());
            if (signal != null) {
                sessions.update(signal);
            }
        } else if (change instanceof Change.Superseded superseded) {
            sessions.add(superseded);
            advance(Kind.SESSIONS, superseded.asOf());
        } else if (change instanceof Change.PlaysOfSession plays) {
            sessions.add(plays);
        } else if (change instanceof Change.PlaysGone gone) {
            sessions.playsGone(gone.sessionId().value(), gone.chunk());
        } else if (change instanceof Change.Purged purged) {
            sessions.remove(purged.sessionId().value());
        }
    }

    /** Adds a KPI row. */
    public synchronized void take(KpiRow row) {
        version++;
        rows.put(row);
        know(Kind.KPIS, row.asOf());
    }

    /** Adds the track KPIs of a subject and week. */
    public synchronized void take(TrackKpis kpis) {
        version++;
        tracks.put(kpis);
    }

    /** Adds a revision of an incident. */
    public synchronized void take(Incident incident) {
        version++;
        incidents.put(incident);
        know(Kind.INCIDENTS, incident.asOf());
        Series series = rows.series(incident.subject(), incident.place(), KpiWindow.Period.HOUR);
        if (series != null) {
            series.forgetTrends();
        }
    }

    /** Adds a signal that was written at its event time. */
    public void take(Signal signal) {
        take(signal, signal.asOf());
    }

    /**
     * Adds a signal.
     *
     * @param at when it was written, in epoch milliseconds
     */
    public synchronized void take(Signal signal, long at) {
        if (signals.put(signal, at)) {
            version++;
            advance(Kind.SIGNALS, signal.asOf());
            sessions.update(signal);
        }
    }

    /** Adds what the catalogue calls a track; without a title, the track counts as unknown. */
    public synchronized void take(String trackId, TrackName name) {
        version++;
        titles.put(trackId, name);
    }

    /** Removes the title of a track that is no longer in the catalogue. */
    public synchronized void titleGone(String trackId) {
        version++;
        titles.remove(trackId);
    }

    /**
     * Looks up titles elsewhere, too.
     *
     * @param names by track id, {@link TrackName#UNKNOWN} for an unknown track; thread-safe
     */
    public synchronized void titlesAlsoFrom(Function<String, TrackName> names) {
        version++;
        titles.alsoFrom(names);
    }

    /** Title and artist of a track; {@link TrackName#UNKNOWN} if they are not known. */
    public synchronized TrackName title(String trackId) {
        return titles.of(trackId);
    }

    /** Adds a note about an incident. */
    public synchronized void take(AlertNote note) {
        version++;
        notes.put(note);
    }

    /** Removes the note about an incident. */
    public synchronized void noteGone(String incident) {
        version++;
        notes.remove(incident);
    }

    /** The latest note about an incident; empty if there is none. */
    public synchronized Optional<AlertNote> note(String incident) {
        return Optional.ofNullable(notes.about(incident));
    }

    /** Removes the signal of a listener who was forgotten. */
    public synchronized void signalGone(String listener) {
        version++;
        signals.remove(listener);
    }

    /**
     * Adds a report.
     *
     * @param at when it was written, in epoch milliseconds
     */
    public synchronized void take(Health health, long at) {
        version++;
        reports.put(health, at);
    }

    /**
     * Adds a dead letter.
     *
     * @param at when it was written, in epoch milliseconds
     */
    public synchronized void take(DeadLetter letter, long at) {
        version++;
        deadLetters.put(letter, at);
    }

    /** The latest dead letters of each reason, the latest first; a reason without any is absent. */
    public synchronized Map<RejectionReason, List<Letter>> deadLetters() {
        return deadLetters.all();
    }

    /** Updates the progress of reading, when nothing is still starting. */
    public void reading(List<Topic> how, String what) {
        reading(how, what, null);
    }

    /**
     * Updates the progress of reading.
     *
     * @param what the current problem, in one sentence; null if there is none
     * @param start what the page is waiting for, in one sentence; null if nothing is still starting
     */
    public synchronized void reading(List<Topic> how, String what, String start) {
        if (!how.equals(topics) || !Objects.equals(what, trouble) || !Objects.equals(start, awaited)) {
            version++;
            topics = List.copyOf(how);
            trouble = what;
            awaited = start;
        }
    }

    /** Notes that the data is from a replay of files: sessions and plays, and nothing that jobs compute from them. */
    public synchronized void ofReplay() {
        version++;
        replay = true;
    }

    /** Whether the data is from a replay of files. */
    public synchronized boolean isOfReplay() {
        return replay;
    }

    /** Grows with every change. */
    public synchronized long version() {
        return version;
    }

    public synchronized List<Topic> topics() {
        return topics;
    }

    /** Why nothing is being read; empty if there is no problem. */
    public synchronized Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** What the page is waiting for because it is still starting; empty if nothing. */
    public synchronized Optional<String> awaited() {
        return Optional.ofNullable(awaited);
    }

    public synchronized long clock() {
        return clock;
    }

    /** The newest event time of one kind of data; {@link Clocks#NOT_STARTED} before any. */
    public synchronized long clock(Kind kind) {
        return clocks.getOrDefault(kind, Clocks.NOT_STARTED);
    }

    public synchronized Fill sessionFill() {
        return sessions.fill();
    }

    /** When the session that was updated longest ago began; empty if none is in memory. */
    public synchronized Optional<Long> oldestSessionBegan() {
        StoredSession oldest = sessions.oldest();
        return oldest == null
                ? Optional.empty()
                : oldest.story().stream().findFirst().map(RevisionSummary::startedAt);
    }

    public synchronized Fill rowFill() {
        return rows.fill();
    }

    /** The local time before which KPI rows of windows of this length were evicted; empty if none were. */
    public synchronized Optional<LocalDateTime> rowsSince(KpiWindow.Period period) {
        return Optional.ofNullable(rows.since(period));
    }

    public synchronized Fill incidentFill() {
        return incidents.fill();
    }

    public synchronized Fill signalFill() {
        return signals.fill();
    }

    /** Of signals before the newest of each listener; they have no limit by number in all. */
    public synchronized Fill pastSignalFill() {
        return pastSignals.fill();
    }

    /** Of track KPIs, by subject and week; they have no limit by number. */
    public synchronized Fill trackFill() {
        return tracks.fill();
    }

    /** Of titles of tracks; they have no limit by number. */
    public synchronized Fill titleFill() {
        return titles.fill();
    }

    /**
     * The current audience, and what it did in the minutes before.
     *
     * @param span how many minutes, including the current one; at most a day
     */
    public synchronized Audience audience(int span) {
        List<Integer> songs = new ArrayList<>();
        List<Integer> skips = new ArrayList<>();
        long last = Minutes.minuteOf(clock == Clocks.NOT_STARTED ? 0 : clock);
        for (int i = 0; i < span; i++) {
            long minute = last - span + 1 + i;
            songs.add(minutes.songs(minute));
            skips.add(minutes.skips(minute));
        }
        return new Audience(
                clock,
                sessions.listening(),
                sessions.openSessions(),
                new UsualAudience(sessions.usuallyOpen(clock), minutes.usualSongs(clock), minutes.usualSkips(clock)),
                last - span + 1,
                songs,
                skips,
                signals.fill().count() > 0,
                sessions.moods().counts());
    }

    /** Cells on each side of the mood map. */
    public static int moodFields() {
        return MoodMap.SIDE;
    }

    /** At most {@code atMost} names of listeners that begin with {@code start}, sorted. */
    public synchronized List<String> listeners(String start, int atMost) {
        TreeSet<String> names = new TreeSet<>(sessions.listeners(start, atMost));
        if (signals.of(start) != null) {
            names.add(start);
        }
        return names.stream().limit(atMost).toList();
    }

    /**
     * What is known about a listener; without sessions and signal if the listener is unknown.
     *
     * @param atMost the maximum number of sessions
     */
    public synchronized ListenerStory listener(String name, int atMost) {
        List<SessionStory> all = new ArrayList<>();
        for (StoredSession session : sessions.of(name)) {
            List<RevisionSummary> story = session.story();
            if (!story.isEmpty()) {
                all.add(new SessionStory(session.id, session.revision(), story, List.of()));
            }
        }
        all.sort(Comparator.comparingLong((SessionStory of) ->
                        of.story().get(of.story().size() - 1).startedAt())
                .reversed()
                .thenComparing(SessionStory::id));
        List<SessionStory> latest = all.stream()
                .limit(atMost)
                .map(of -> new SessionStory(of.id(), of.revision(), of.story(), playsOf(name, of.id())))
                .toList();
        return new ListenerStory(
                name,
                latest,
                all.size() - latest.size(),
                signals.of(name),
                pastSignals.of(name),
                signals.receivedAt(name));
    }

    /** When the newest signal of any listener was written, in epoch milliseconds; {@link Long#MIN_VALUE} before any. */
    public synchronized long newestSignalReceivedAt() {
        return signals.newestReceivedAt();
    }

    /** All incidents in memory: open ones first, then the latest first. */
    public synchronized List<Incident> incidents() {
        return incidents.all();
    }

    /** An incident by its id; empty if it is not in memory. */
    public synchronized Optional<Incident> incident(String id) {
        return Optional.ofNullable(incidents.at(id));
    }

    public synchronized int openIncidents() {
        return incidents.open();
    }

    /** How many listeners an incident affects so far; {@link Impact#NONE} if its KPI rows are not in memory. */
    public synchronized Impact impact(Incident incident) {
        return comparisons.impact(incident);
    }

    /**
     * The local hours of a place that begin in an interval, by the clocks of most of its listeners.
     *
     * @param from in epoch milliseconds
     * @param until not included
     */
    public synchronized List<Long> hours(Subject subject, Place place, long from, long until) {
        return comparisons.hours(subject, place, from, until);
    }

    /** A KPI over some local hours, and what was expected; hours that cannot be compared are left out. */
    public synchronized Deviation deviation(Subject subject, Place place, Kpi kpi, List<Long> hours) {
        return comparisons.deviation(subject, place, kpi, hours);
    }

    /** The same by the age of its editions; empty if it has none. */
    public synchronized Map<EditionAge, Deviation> editions(Subject subject, Place place, Kpi kpi, List<Long> hours) {
        return comparisons.editions(subject, place, kpi, hours);
    }

    /**
     * A KPI on each type of device in a country over some local days, beside what is usual if these are over.
     *
     * @param days the first local hour of each
     */
    public synchronized DeviceShares devices(Subject subject, String country, Kpi kpi, List<Long> days) {
        return comparisons.devices(subject, country, kpi, days);
    }

    /**
     * What is furthest from expected, in the latest complete hour or the last day that is over, by each country's clocks.
     *
     * @param period hour or day
     */
    public synchronized Insights insights(KpiWindow.Period period) {
        long now = clock(Kind.KPIS);
        return now == Clocks.NOT_STARTED ? new Insights(List.of(), 0, 0) : insights.find(period, now);
    }

    /** When each job was behind or silent, as far as that is known. */
    public synchronized List<JobPast> pastOfJobs() {
        return reports.past();
    }

    /** Sorted by name. */
    public synchronized List<JobReport> jobs() {
        return reports.jobs().stream()
                .map(job -> new JobReport(
                        job,
                        reports.ledger(job),
                        reports.rates(job).firstMinute(),
                        reports.rates(job).rates(),
                        reports.of(job)))
                .toList();
    }

    /** All subjects with KPI rows. */
    public synchronized List<Subject> subjects() {
        return List.copyOf(rows.subjects());
    }

    /** All places with KPI rows of a subject. */
    public synchronized List<Place> places(Subject subject) {
        return List.copyOf(rows.places(subject));
    }

    /**
     * The rows of a series, oldest first.
     *
     * @param from inclusive, in local time
     */
    public synchronized List<KpiRow> rows(Subject subject, Place place, KpiWindow.Period period, LocalDateTime from) {
        Series series = rows.series(subject, place, period);
        return series == null ? List.of() : series.from(from);
    }

    /**
     * The rows of a part of a series, oldest first.
     *
     * @param from inclusive, in local time
     * @param until exclusive, in local time; later than {@code from}
     */
    public synchronized List<KpiRow> rows(
            Subject subject, Place place, KpiWindow.Period period, LocalDateTime from, LocalDateTime until) {
        Series series = rows.series(subject, place, period);
        return series == null ? List.of() : series.between(from, until);
    }

    /**
     * The expected range of each window of a series; null where too little is known.
     *
     * @param windows their starts, in local time
     */
    public synchronized List<ExpectedRange.Band> usual(
            Subject subject, Place place, KpiWindow.Period period, Kpi kpi, List<LocalDateTime> windows) {
        Series series = rows.studied(subject, place, period);
        return series == null
                ? new ArrayList<>(Collections.nCopies(windows.size(), null))
                : new UsualOfSeries(series, kpi, unusual, incidentsOf(series.key(), kpi)).of(windows);
    }

    /** The policies and rules that determine the expected range of a KPI. */
    public AlertSettings unusual() {
        return unusual;
    }

    /** The rules by which the jobs judge listening. */
    public RulesOfListening rules() {
        return rules;
    }

    /**
     * The playlists with the most listeners on a local day, anywhere, all editions together.
     *
     * @param atMost how many
     */
    public synchronized List<KpiRow> topPlaylists(LocalDate day, int atMost) {
        return rows.topPlaylists(day, atMost);
    }

    /**
     * The track KPIs of a subject, of the latest weeks in memory, oldest first.
     *
     * @param atMost how many weeks
     */
    public synchronized List<TrackKpis> tracks(Subject subject, int atMost) {
        return tracks.of(subject, atMost);
    }

    /** The oldest row of a series in memory; empty if there is none. */
    public synchronized Optional<KpiRow> oldestRow(Subject subject, Place place, KpiWindow.Period period) {
        Series series = rows.series(subject, place, period);
        return series == null ? Optional.empty() : Optional.ofNullable(series.first());
    }

    /** The newest row of a series; empty if there is none. */
    public synchronized Optional<KpiRow> newestRow(Subject subject, Place place, KpiWindow.Period period) {
        Series series = rows.series(subject, place, period);
        return series == null ? Optional.empty() : Optional.ofNullable(series.last());
    }

    /** At the end of its input, the clock of a job is no longer a time. */
    private void advance(Kind kind, long asOf) {
        know(kind, asOf);
        if (asOf != Clocks.ENDED) {
            clock = Math.max(clock, asOf);
        }
    }

    private void know(Kind kind, long asOf) {
        if (asOf != Clocks.ENDED && asOf != Clocks.NOT_STARTED) {
            clocks.merge(kind, asOf, Math::max);
        }
    }

    /** The alerts job watches hours only. */
    private List<Incident> incidentsOf(Series.Key key, Kpi kpi) {
        return key.period() == KpiWindow.Period.HOUR ? incidents.of(kpi, key.subject(), key.place()) : List.of();
    }

    private List<Play> playsOf(String listener, String id) {
        return sessions.of(listener).stream()
                .filter(session -> session.id.equals(id))
                .findFirst()
                .map(StoredSession::plays)
                .orElse(List.of());
    }
}
