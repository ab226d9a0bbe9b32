package dev.segue.benchmarks.page;

import static dev.segue.adapters.web.fixture.EmittedSession.aSessionOf;

import dev.segue.adapters.web.fixture.Audience;
import dev.segue.adapters.web.fixture.EmittedRow;
import dev.segue.adapters.web.fixture.EmittedSession;
import dev.segue.adapters.web.store.Bounds;
import dev.segue.adapters.web.store.Memory;
import dev.segue.domain.accounting.Health;
import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.alert.Incident;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.playback.Device;
import dev.segue.domain.session.Change;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A memory that is as full as its limits allow, and goes on changing as a busy audience would change it. */
final class FullPage {

    private static final long NOW = Audience.NOW;
    private static final long FOUR_WEEKS = Duration.ofDays(28).toMillis();
    private static final LocalDateTime LAST_HOUR = LocalDateTime.parse("2026-03-02T10:00");

    private static final int SESSIONS_OF_A_LISTENER = 5;
    private static final int OPEN_SESSIONS = 20_000;
    private static final int INCIDENTS = 1_000;
    private static final int OPEN_INCIDENTS = 20;
    private static final List<String> COUNTRIES = List.of("AU", "SE", "BR", "JP", "US");

    /** Of so many weeks, the followed playlists have every hour. */
    private static final int WEEKS = 6;

    /** So many playlists have every hour of these weeks, in all countries; the others have the last hours only. */
    private static final int POPULAR = 100;

    private final Random random = new Random(1);
    private final Memory memory;
    private final int sessions;
    private final int subjects;
    private final int rows;
    private int step;

    FullPage(int sessions, int subjects, int rows) {
        this.sessions = sessions;
        this.subjects = subjects;
        this.rows = rows;
        memory = new Memory(new Bounds(sessions, rows, Bounds.USUAL.incidents(), Bounds.USUAL.signals()));
    }

    Memory memory() {
        return memory;
    }

    void fill() {
        for (int i = 0; i < sessions; i++) {
            session(i);
        }
        rows();
        for (int i = 0; i < INCIDENTS; i++) {
            boolean isOpen = i < OPEN_INCIDENTS;
            memory.take(Audience.incident(
                    "incident " + i,
                    isOpen ? Incident.Status.OPEN : Incident.Status.CLOSED,
                    playlist(i % POPULAR),
                    LAST_HOUR.minusHours(isOpen ? 5 : 5 + i % 500),
                    NOW - Duration.ofHours(isOpen ? 5 : 5 + i % 500).toMillis(),
                    5));
        }
        health();
    }

    /** What arrives at once: a signal, a revision of a running session with its plays, and a row. */
    void goOn() {
        step++;
        long now = NOW + step * 20L;
        String listener = listener(sessions - 1 - step % OPEN_SESSIONS);
        memory.take(Audience.signal(listener, step, 1 + step % 20), now);
        EmittedSession session = running(listener, now, 2 + step % 10);
        memory.take(session.plays(step));
        memory.take(session.revision(step, Change.Status.EARLY, true, now));
        memory.take(EmittedRow.anHour(
                        step % 4 == 0 ? Subject.ALL : playlist(step % POPULAR),
                        new Place(COUNTRIES.get(step % COUNTRIES.size()), null),
                        LAST_HOUR,
                        null)
                .listeners(500 + step % 500)
                .stillOpen(100)
                .row());
        if (step % 500 == 0) {
            health();
        }
    }

    /** A subject with every hour of the last weeks. */
    static String popular(int i) {
        return playlist(i % POPULAR).id();
    }

    static String listener(int session) {
        return "3f9a1c7e-listener-" + session / SESSIONS_OF_A_LISTENER;
    }

    private void session(int i) {
        boolean isOpen = i >= sessions - OPEN_SESSIONS;
        long from = isOpen
                ? NOW - random.nextInt(3_600_000)
                : NOW - (long) ((double) (sessions - i) / sessions * FOUR_WEEKS);
        EmittedSession session = running(listener(i), from, 3 + random.nextInt(25));
        memory.take(session.plays(1));
        memory.take(session.revision(
                1, Change.Status.EARLY, true, Math.min(NOW, session.session().endedAt())));
        if (!isOpen) {
            memory.take(session.revision(
                    2,
                    Change.Status.EARLY,
                    true,
                    Math.min(NOW, session.session().endedAt())));
            memory.take(session.revision(
                    3,
                    Change.Status.FINAL,
                    false,
                    Math.min(NOW, session.session().endedAt())));
        }
    }

    private EmittedSession running(String listener, long from, int plays) {
        EmittedSession session = aSessionOf(listener)
                .from(from)
                .playlist(popular(random.nextInt(POPULAR)))
                .on(Device.Type.PHONE, "b7c9e1d2f4a6-" + listener);
        for (int play = 0; play < plays; play++) {
            if (random.nextInt(4) == 0) {
                session.skip(track(), 2 + random.nextInt(60));
            } else {
                session.play(track(), 120 + random.nextInt(160));
            }
        }
        return session;
    }

    private void rows() {
        int hours = WEEKS * 7 * 24;
        int left = rows;
        for (int series = 0; series <= POPULAR && left > 0; series++) {
            Subject subject = series == 0 ? Subject.ALL : playlist(series - 1);
            for (int hour = 0; hour < hours && left > 0; hour++) {
                left -= row(subject, COUNTRIES.get(series % COUNTRIES.size()), hour);
                left -= row(subject, null, hour);
            }
        }
        int others = Math.max(1, subjects - POPULAR);
        int each = Math.max(1, left / others);
        for (int i = 0; i < others && left > 0; i++) {
            for (int hour = 0; hour < each && left > 0; hour++) {
                left -= row(playlist(POPULAR + i), COUNTRIES.get(i % COUNTRIES.size()), hour);
            }
        }
    }

    private int row(Subject subject, String country, int hoursAgo) {
        memory.take(EmittedRow.anHour(
                        subject,
                        country == null ? Place.WORLD : new Place(country, null),
                        LAST_HOUR.minusHours(hoursAgo),
                        null)
                .listeners(50 + random.nextInt(500))
                .row());
        return 1;
    }

    private void health() {
        for (String job : List.of("sessions", "playlists", "alerts", "signals")) {
            long at = NOW + step * 20L;
            memory.take(new Health(job, "all", 0, 1, step, new Ledger(step, step, 0, 0, Map.of()), at, at, 140), at);
        }
    }

    private static Subject playlist(int i) {
        return EmittedRow.playlist("37i9dQZEVXcQ9COmYvdajy-" + i);
    }

    private String track() {
        return random.ints(22, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
