package dev.segue.domain.history;

import dev.segue.domain.listening.ListeningRules;
import dev.segue.domain.listening.Mood.Quadrant;
import dev.segue.domain.listening.Run;
import dev.segue.domain.listening.Skips;
import dev.segue.domain.listening.Stretches;
import dev.segue.domain.playback.Device;
import dev.segue.domain.session.Session;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Walks the sessions of one listener in order, and adds them up. Memory does not grow with the number of sessions and
 * plays: it holds sums for at most {@link #MOST_TOLD_APART} artists, albums, tracks and devices each, about 150 bytes for
 * each besides its names, and a few kilobytes for each year.
 */
public final class HistoryWalk {

    /** The most artists, albums, tracks or devices that are told apart. Plays of further ones are only counted. */
    public static final int MOST_TOLD_APART = 100_000;

    /** The most artists, albums, tracks or devices that are listed in one order. */
    public static final int MOST_LISTED = 10;

    /** The fewest plays from which a skip rate is compared with others. */
    public static final int LEAST_PLAYS = 10;

    /** How many of the longest sessions and runs are listed. */
    public static final int LONGEST_LISTED = 5;

    private final ListeningRules rules;
    private final ListeningTimes times;
    private final Tally plays = new Tally();
    private final Longest<Session> longestSessions = new Longest<>(session -> session.endedAt() - session.startedAt());
    private final Longest<Unskipped> longestUnskipped = new Longest<>(Unskipped::songs);
    private final Longest<Run> longestRuns = new Longest<>(Run::songs);
    private final Ranking<Work> artists = new Ranking<>(MOST_TOLD_APART);
    private final Ranking<Work> albums = new Ranking<>(MOST_TOLD_APART);
    private final Ranking<Work> tracks = new Ranking<>(MOST_TOLD_APART);
    private final Ranking<Device> devices = new Ranking<>(MOST_TOLD_APART);
    private final Map<Quadrant, Long> moods = new EnumMap<>(Quadrant.class);
    private final TreeMap<Integer, Year> years = new TreeMap<>();
    private String listener;
    private long firstAt;
    private long lastAt = Long.MIN_VALUE;
    private int sessions;
    private long countedPlays;
    private int quick;
    private int early;
    private int late;
    private long listenedMs;

    /**
     * Has walked nothing yet.
     *
     * @param zone whose clocks and calendar decide about hours, days and years
     */
    public HistoryWalk(ListeningRules rules, ZoneId zone) {
        this.rules = rules;
        this.times = new ListeningTimes(zone);
    }

    private static final class Year {
        private final Tally plays = new Tally();
        private final BitSet artists = new BitSet();
        private int sessions;
    }

    /**
     * Adds the next session.
     *
     * @param heard its plays, in play order
     * @throws IllegalArgumentException when it began before the one added last, or is another listener's
     */
    public void add(Session session, List<Heard> heard) {
        if (session.startedAt() < lastAt) {
            throw new IllegalArgumentException(
                    "sessions must come in order, but " + session.startedAt() + " follows " + lastAt);
        }
        if (listener != null && !listener.equals(session.listener())) {
            throw new IllegalArgumentException("a history is of one listener");
        }
        firstAt = sessions == 0 ? session.startedAt() : firstAt;
        listener = session.listener();
        lastAt = session.startedAt();
        addSums(session);
        longestSessions.add(session);
        session.runs().forEach(longestRuns::add);
        addTimes(heard);
        addUnskipped(heard);
        heard.forEach(this::addPlay);
    }

    /**
     * What all sessions so far add up to.
     *
     * @throws IllegalStateException when there are none
     */
    public ListenerHistory history() {
        if (sessions == 0) {
            throw new IllegalStateException("a history has at least one session");
        }
        return new ListenerHistory(
                listener,
                firstAt,
                lastAt,
                sessions,
                plays.of(listener),
                countedPlays,
                new Skips(quick, early, late),
                listenedMs,
                times,
                longestSessions.inOrder(),
                longestUnskipped.inOrder(),
                longestRuns.inOrder(),
                artists.ranked(),
                albums.ranked(),
                tracks.ranked(),
                devices.ranked(),
                moods,
                byYear());
    }

    private void addSums(Session session) {
        sessions++;
        countedPlays += session.countedPlays();
        quick += session.skips().quick();
        early += session.skips().early();
        late += session.skips().late();
        listenedMs += session.listenedMs();
        if (session.mood().quadrant() != Quadrant.UNKNOWN) {
            moods.merge(session.mood().quadrant(), session.listenedMs(), Long::sum);
        }
        year(session.startedAt()).sessions++;
        times.began(session.startedAt());
    }

    private void addTimes(List<Heard> heard) {
        Stretches sound = new Stretches();
        heard.forEach(play -> sound.add(play.from(), play.to()));
        for (int i = 0; i < sound.count(); i++) {
            times.add(sound.start(i), sound.end(i));
        }
    }

    private void addUnskipped(List<Heard> heard) {
        long startedAt = 0;
        int songs = 0;
        long playedMs = 0;
        for (Heard play : heard) {
            if (play.endReason().isListenersChoice()) {
                endUnskipped(startedAt, songs, playedMs);
                songs = 0;
                playedMs = 0;
            } else if (play.isCounted(rules)) {
                startedAt = songs == 0 ? play.from() : startedAt;
                songs++;
                playedMs += play.playedMs();
            }
        }
        endUnskipped(startedAt, songs, playedMs);
    }

    private void endUnskipped(long startedAt, int songs, long playedMs) {
        if (songs > 0) {
            longestUnskipped.add(new Unskipped(startedAt, songs, playedMs));
        }
    }

    private void addPlay(Heard play) {
        Year year = year(play.from());
        plays.add(play);
        year.plays.add(play);
        int artist = artists.add(Work.artistOf(play), play);
        if (artist != Ranking.NONE && (play.isCounted(rules) || play.isInstant())) {
            year.artists.set(artist);
        }
        albums.add(Work.albumOf(play), play);
        tracks.add(Work.trackOf(play), play);
        devices.add(play.device().equals(Device.UNKNOWN) ? null : play.device(), play);
    }

    private Year year(long at) {
        return years.computeIfAbsent(times.yearOf(at), any -> new Year());
    }

    private List<YearOfListening> byYear() {
        times.years().forEach(year -> years.computeIfAbsent(year, any -> new Year()));
        List<YearOfListening> all = new ArrayList<>();
        BitSet known = new BitSet();
        years.forEach((number, year) -> {
            BitSet fresh = (BitSet) year.artists.clone();
            fresh.andNot(known);
            known.or(year.artists);
            all.add(new YearOfListening(
                    times.in(number),
                    year.sessions,
                    year.plays.of(number),
                    year.artists.cardinality(),
                    fresh.cardinality()));
        });
        return all;
    }
}
