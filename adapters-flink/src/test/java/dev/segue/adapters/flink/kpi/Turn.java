package dev.segue.adapters.flink.kpi;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.fixture.Times;
import dev.segue.domain.listening.Play;
import dev.segue.domain.listening.Run;
import dev.segue.domain.playback.Device;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.Change.PlaysOfSession;
import dev.segue.domain.session.Change.Revision;
import dev.segue.domain.session.Change.Superseded;
import dev.segue.domain.session.Session;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A moment at which local clocks or calendars turn, and zones in which they do. Moves a history there, whole: rules are the
 * same at any time. Here and there it makes runs long, so that they fall into wide buckets.
 *
 * @param at in epoch milliseconds
 * @param zones of listeners; null and what is no zone are among them
 */
record Turn(long at, List<String> zones) {

    private static final long MINUTE = 60_000;

    private static final Device.Type[] DEVICE_TYPES = Device.Type.values();

    private static final String[] COUNTRIES = {"SE", "AU", null, "Oz", null};

    private static final List<Turn> ALL = List.of(
            turn("2026-03-29T01:00:00Z", "Europe/Stockholm", "Europe/Lisbon", "Atlantic/Azores", null),
            turn("2026-10-25T01:00:00Z", "Europe/Stockholm", "Not/AZone", "Europe/Lisbon"),
            turn("2026-04-04T15:00:00Z", "Australia/Lord_Howe", "Pacific/Chatham", null),
            turn("2026-10-03T15:30:00Z", "Australia/Lord_Howe", "Australia/Sydney", "Not/AZone"),
            turn("2026-11-01T06:00:00Z", "America/New_York", "America/Havana", null),
            turn("2026-12-31T18:30:00Z", "Asia/Kolkata", "Asia/Kathmandu", "Etc/UTC"),
            turn("2027-01-03T18:30:00Z", "Asia/Kolkata", "Australia/Eucla", null),
            turn("2026-12-31T10:00:00Z", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Not/AZone"),
            turn("2011-12-30T10:00:00Z", "Pacific/Apia", "Pacific/Fakaofo", "Pacific/Apia"));

    private static Turn turn(String at, String... zones) {
        return new Turn(Times.at(at), Arrays.asList(zones));
    }

    static Turn of(long seed) {
        return ALL.get((int) (seed % ALL.size()));
    }

    /** The same history, one of its sessions or runs beginning within half an hour of this moment. */
    List<Change> around(List<Change> log, Random random) {
        List<Session> sessions = log.stream()
                .filter(Revision.class::isInstance)
                .map(change -> ((Revision) change).session())
                .toList();
        Session turning = sessions.get(random.nextInt(sessions.size()));
        long begins = turning.runs().isEmpty() || random.nextBoolean()
                ? turning.startedAt()
                : turning.runs().get(random.nextInt(turning.runs().size())).startedAt();
        long by = at - begins + random.nextLong(60 * MINUTE) - 30 * MINUTE;
        return log.stream().map(change -> moved(change, by)).toList();
    }

    private Change moved(Change change, long by) {
        if (change instanceof Superseded gone) {
            return new Superseded(
                    gone.listener(),
                    gone.sessionId(),
                    gone.startedAt() + by,
                    gone.number(),
                    gone.supersededBy(),
                    clock(gone.asOf(), by),
                    gone.settledAfter() + by,
                    gone.rulesVersion());
        }
        if (change instanceof PlaysOfSession plays) {
            return new PlaysOfSession(
                    plays.listener(),
                    plays.sessionId(),
                    plays.chunk(),
                    plays.revision(),
                    plays.plays().stream().map(play -> moved(play, by)).toList());
        }
        if (!(change instanceof Revision revision)) {
            return change;
        }
        return new Revision(
                placed(revision.session(), revision.number(), by),
                revision.number(),
                revision.status(),
                revision.open(),
                clock(revision.asOf(), by),
                revision.settledAfter() + by,
                revision.rulesVersion());
    }

    private static Play moved(Play play, long by) {
        return new Play(
                play.eventId(),
                play.playId(),
                play.startedAt() + by,
                play.endedAt() + by,
                play.playedMs(),
                play.endReason(),
                play.startReason(),
                play.trackId(),
                play.context(),
                play.device(),
                play.shuffle(),
                play.offline(),
                play.track());
    }

    private static long clock(long time, long by) {
        return time == Clocks.NOT_STARTED || time == Clocks.ENDED ? time : time + by;
    }

    /** A listener is somewhere, and now and then a correction says that a session was elsewhere. */
    private Session placed(Session session, int number, long by) {
        int where = session.listener().hashCode() + (number % 5 == 0 ? 1 : 0);
        return new Session(
                session.id(),
                session.listener(),
                session.startedAt() + by,
                session.endedAt() + by,
                COUNTRIES[Math.floorMod(where, COUNTRIES.length)],
                zones.get(Math.floorMod(where * 31 + session.listener().length(), zones.size())),
                DEVICE_TYPES[Math.floorMod(where * 17, DEVICE_TYPES.length)],
                session.part(),
                session.events(),
                session.plays(),
                session.countedPlays(),
                session.skips(),
                session.listenedMs(),
                session.interruptions(),
                session.devices(),
                session.deviceChanges(),
                session.runCount(),
                moved(session.runs(), session.listener(), by),
                longer(session.longestRun(), session.listener()),
                moved(session.otherRuns(), session.listener(), by),
                session.mood());
    }

    private static List<Run> moved(List<Run> runs, String listener, long by) {
        return runs.stream()
                .map(run -> new Run(
                        run.context(),
                        run.deviceId(),
                        DEVICE_TYPES[Math.floorMod(run.songs() + listener.length(), DEVICE_TYPES.length)],
                        run.startedAt() + by,
                        run.endedAt() + by,
                        longer(run.songs(), listener),
                        run.countedPlays(),
                        run.skips(),
                        run.skippedSongs(),
                        run.listenedMs(),
                        run.longestUnskipped(),
                        run.abandoned()))
                .toList();
    }

    private static int longer(int songs, String listener) {
        return listener.equals("bo") ? 29 * songs : songs;
    }
}
