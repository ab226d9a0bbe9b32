package dev.segue.adapters.web.store;

import static dev.segue.adapters.web.fixture.EmittedSession.aSessionOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.web.fixture.Audience;
import dev.segue.adapters.web.fixture.EmittedRow;
import dev.segue.adapters.web.fixture.EmittedSession;
import dev.segue.domain.alert.Incident;
import dev.segue.domain.history.TrackName;
import dev.segue.domain.kpi.KpiKey;
import dev.segue.domain.kpi.KpiWindow;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.kpi.track.TrackKpis;
import dev.segue.domain.kpi.track.TrackNumbers;
import dev.segue.domain.listening.Skips;
import dev.segue.domain.playback.Device;
import dev.segue.domain.session.Change;
import dev.segue.domain.signal.now.Signal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Measures the memory in use when every limit is reached, and checks that the page's own estimate matches: average
 * sessions of 15 plays and three revisions, and ids of realistic length. Loads a twentieth of each limit, but all of
 * the small ones, which would otherwise disappear in the noise of the heap. {@code -Dsegue.full=1} loads all of them
 * and needs {@code -Xmx2g}.
 */
class FullMemoryTest {

    private static final int PART = Integer.getInteger("segue.full", 20);
    private static final long FEW = 10_000;
    private static final int SESSIONS_OF_A_LISTENER = 5;
    private static final int HOURS_OF_A_SERIES = 1_000;
    private static final long FIRST = 1_700_000_000_000L;
    private static final long DAY = 86_400_000;

    /** Half of a machine of 4 GB. */
    private static final long HEAP = 2L << 30;

    /** The estimate may be too low, or too high, as some strings are shared here that are not in production. */
    private static final double LEAST_SAID = 0.88;

    private static final double MOST_SAID = 1.25;

    private long together;
    private final Random random = new Random(1);
    private final Memory memory = new Memory(new Bounds(1_000_000, 1_000_000, 10_000, 200_000, HEAP));

    @Test
    void all_fits_that_is_kept() {
        loads("sessions", memory::sessionFill, this::session);
        loads("KPI rows", memory::rowFill, this::row);
        loads("incidents", memory::incidentFill, this::incident);
        loads("signals", memory::signalFill, this::signal);
        loads("past signals", memory::pastSignalFill, 60_000, this::pastSignal);
        loads("titles", memory::titleFill, 500_000, this::title);
        loads("track KPIs", memory::trackFill, 20_000, this::tracks);
        System.out.printf(Locale.ROOT, "together %,d MB%n", together / 1_000_000);
    }

    private void loads(String what, Supplier<Memory.Fill> count, IntConsumer add) {
        loads(what, count, count.get().most(), add);
    }

    private void loads(String what, Supplier<Memory.Fill> count, long most, IntConsumer add) {
        long before = used();
        long number = Math.max(Math.min(FEW, most), most / PART);
        for (int i = 0; i < number; i++) {
            add.accept(i);
        }
        long bytes = used() - before;
        Memory.Fill fill = count.get();
        together += bytes;
        System.out.printf(
                Locale.ROOT,
                "%,d %s take %,d MB, %,d bytes each; estimated %,d%n",
                number,
                what,
                bytes / 1_000_000,
                bytes / number,
                fill.bytes() / number);

        assertThat(fill.count()).as(what).isEqualTo(number);
        assertThat(fill.bytes()).as("bytes of " + what).isBetween((long) (bytes * LEAST_SAID), (long)
                (bytes * MOST_SAID));
        assertThat(fill.bytes()).as("bytes of " + what).isLessThan(fill.mostBytes() * number / most);
    }

    private void session(int i) {
        int listener = i / SESSIONS_OF_A_LISTENER;
        EmittedSession session = aSessionOf("3f9a1c7e-listener-" + listener)
                .from(FIRST + i * 1_000L + (i % SESSIONS_OF_A_LISTENER) * DAY)
                .playlist("37i9dQZEVXcQ9COmYvdajy-" + (i % 50))
                .on(Device.Type.PHONE, "b7c9e1d2f4a6-" + listener);
        int plays = 3 + random.nextInt(25);
        for (int play = 0; play < plays; play++) {
            if (random.nextInt(4) == 0) {
                session.skip(name(), 2 + random.nextInt(60));
            } else {
                session.play(name(), 120 + random.nextInt(160));
            }
        }
        memory.take(session.plays(1));
        memory.take(session.revision(1, Change.Status.EARLY, true));
        memory.take(session.revision(2, Change.Status.EARLY, true));
        memory.take(session.revision(3, Change.Status.FINAL, false));
    }

    private void row(int i) {
        int series = i / HOURS_OF_A_SERIES;
        String country = List.of("AU", "SE", "BR", "JP", "US").get(series % 5);
        memory.take(EmittedRow.anHour(
                        EmittedRow.playlist("37i9dQZEVXcQ9COmYvdajy-" + series / 5),
                        new Place(country, null),
                        LocalDateTime.parse("2026-01-05T00:00").plusHours(i % HOURS_OF_A_SERIES),
                        null)
                .listeners(50 + random.nextInt(500))
                .row());
    }

    private void incident(int i) {
        memory.take(Audience.incident(
                "listened-time-AU-37i9dQZEVXcQ9COmYvdajy-" + i,
                Incident.Status.CLOSED,
                EmittedRow.playlist("37i9dQZEVXcQ9COmYvdajy-" + i),
                9,
                8));
    }

    private void signal(int i) {
        memory.take(signal("3f9a1c7e-new-listener-" + i, 1));
    }

    /** Of listeners whose newest signal is in memory already: it becomes a past one. */
    private void pastSignal(int i) {
        memory.take(signal("3f9a1c7e-new-listener-" + i / 6, 2 + i % 6));
    }

    private Signal signal(String listener, int sequence) {
        Signal one = Audience.signal(listener, sequence, 3);
        return new Signal(
                one.listener(),
                one.sequence(),
                new Signal.Trigger("3f9a1c7e-4b1d-4f0e-9a57-" + name(), Signal.Cause.TRACK_ENDED, false),
                one.asOf(),
                one.session(),
                one.run(),
                one.skipStreak(),
                one.mood(),
                one.heading(),
                random.ints(10, 0, 1000)
                        .mapToObj(fit -> new Signal.NextSong(name(), fit, factors(fit)))
                        .toList(),
                random.ints(5, 0, 1000)
                        .mapToObj(fit -> new Signal.LeftOut(name(), fit, factors(0)))
                        .toList(),
                one.ad(),
                one.rulesVersion());
    }

    private static List<Signal.Factor> factors(int score) {
        return List.of(new Signal.Factor("close-to-heading", score), new Signal.Factor("variety-of-artist", 500));
    }

    private void title(int i) {
        memory.take(name(), new TrackName("Midnight Satellites " + i, "The Northern Parade " + i / 10, null));
    }

    /** An edition of a week, of 30 tracks, with some that were added. */
    private void tracks(int i) {
        SortedMap<String, TrackNumbers> tracks = new TreeMap<>();
        for (int track = 0; track < 30 + random.nextInt(10); track++) {
            int plays = 1 + random.nextInt(50_000);
            tracks.put(name(), new TrackNumbers(plays, plays / 2, new Skips(plays / 9, plays / 8, 3), plays / 3));
        }
        memory.take(new TrackKpis(
                new KpiKey(
                        new Subject(Subject.Kind.PLAYLIST, "37i9dQZEVXcQ9COmYvdajy-" + i, "2026-W09"),
                        Place.WORLD,
                        new KpiWindow(KpiWindow.Period.WEEK, LocalDateTime.parse("2026-02-23T00:00"), null)),
                tracks,
                TrackNumbers.NONE,
                FIRST));
    }

    private String name() {
        return random.ints(22, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
