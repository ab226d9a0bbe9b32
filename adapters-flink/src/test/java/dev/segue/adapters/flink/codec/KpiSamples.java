package dev.segue.adapters.flink.codec;

import static dev.segue.domain.fixture.NumbersBuilder.numbers;

import dev.segue.adapters.flink.kpi.FollowedSubject;
import dev.segue.adapters.flink.kpi.KpiRowState;
import dev.segue.adapters.flink.track.TrackKpisState;
import dev.segue.domain.accounting.Received.Message;
import dev.segue.domain.accounting.Received.Rejected;
import dev.segue.domain.kpi.KpiKey;
import dev.segue.domain.kpi.KpiNumbers;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.KpiWindow;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.kpi.counting.BeforeImage;
import dev.segue.domain.kpi.counting.CountedRun;
import dev.segue.domain.kpi.counting.CountedSession;
import dev.segue.domain.kpi.counting.RowChange;
import dev.segue.domain.kpi.counting.RowChange.Whose;
import dev.segue.domain.kpi.counting.RowTotals;
import dev.segue.domain.kpi.counting.SessionUpdate.Current;
import dev.segue.domain.kpi.counting.SessionUpdate.Purged;
import dev.segue.domain.kpi.counting.SessionUpdate.Superseded;
import dev.segue.domain.kpi.track.SessionTracks;
import dev.segue.domain.kpi.track.TrackChange;
import dev.segue.domain.kpi.track.TrackKpis;
import dev.segue.domain.kpi.track.TrackNumbers;
import dev.segue.domain.kpi.track.TrackPlay;
import dev.segue.domain.kpi.track.TrackTotals;
import dev.segue.domain.kpi.track.TrackUpdate;
import dev.segue.domain.listening.Skips;
import dev.segue.domain.playback.DeadLetter;
import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.PlayContext;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.SessionId;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Samples of KPI rows and of their inputs and state; see {@link Samples}. */
final class KpiSamples {

    private static final SessionId ID = new SessionId("id");
    private static final Subject WEEKLY = new Subject(Subject.Kind.PLAYLIST, "weekly", "2026-W47");
    private static final KpiWindow DAY =
            new KpiWindow(KpiWindow.Period.DAY, LocalDateTime.parse("2026-11-16T00:00"), null);

    private KpiSamples() {}

    static Map<String, Object> all(Change change, DeadLetter letter) {
        Map<String, Object> samples = new LinkedHashMap<>();
        KpiRow row = row(
                WEEKLY,
                new Place("SE", "Europe/Stockholm"),
                new KpiWindow(KpiWindow.Period.HOUR, LocalDateTime.parse("2026-11-16T09:00"), 3_600));
        samples.put("kpi row", row);
        samples.put(
                "kpi row of all",
                row(
                        Subject.ALL,
                        Place.WORLD,
                        new KpiWindow(KpiWindow.Period.WEEK, LocalDateTime.parse("2026-11-16T00:00"), null)));
        samples.put("kpi row of a type of device", row(WEEKLY, new Place("SE", null, Device.Type.TV), DAY));
        samples.put("received change", new Message<>(change, 1, 2));
        samples.put("received kpi row", new Message<>(row, 1, 2));
        samples.put("received rejection", new Rejected<>(letter, 3));
        putUpdate(samples);
        putState(samples);
        return samples;
    }

    private static void putUpdate(Map<String, Object> samples) {
        samples.put("session update current", new Current(ID, 1, 2, session(true, run(WEEKLY), run(Subject.OTHER))));
        samples.put("session update superseded", new Superseded(ID, 3, 4, 5));
        samples.put("session update purged", new Purged(ID));
        Whose anna = new Whose("anna", "Europe/Stockholm");
        KpiNumbers little = numbers().runs(1, 0, 0).build();
        KpiKey key = new KpiKey(WEEKLY, Place.WORLD, DAY);
        samples.put("row change", new RowChange(key, NUMBERS, anna, little, new Whose("bo", "Etc/UTC"), 11, 12));
        samples.put("row change that accumulates", new RowChange(key, null, null, NUMBERS, anna, 11, 12));
        samples.put("row change that retracts", new RowChange(key, NUMBERS, anna, null, null, 11, 12));
    }

    private static final KpiNumbers NUMBERS = numbers()
            .sessions(2, 3)
            .listened(4)
            .plays(5, 6)
            .skips(7, 8, 9)
            .runs(10, 11, 12)
            .songsPerRun(Map.of(1, 2, 33, 4))
            .skippedSongs(Map.of(4, 5))
            .build();

    private static void putState(Map<String, Object> samples) {
        samples.put("before image", new BeforeImage(1, session(true, run(WEEKLY), run(Subject.OTHER)), 2, true));
        samples.put("before image without runs", new BeforeImage(1, session(false), 2, false));
        samples.put("before image of a superseded session", new BeforeImage(1, null, 2, false));
        samples.put("followed subject", new FollowedSubject(WEEKLY.withoutEdition(), 1));
        samples.put("followed edition", new FollowedSubject(WEEKLY, 2));
        RowTotals totals = new RowTotals(1, 19, NUMBERS, 13, true, 14, 15, 16);
        KpiKey key = new KpiKey(Subject.ALL, new Place("SE", null), DAY);
        samples.put("kpi row state", new KpiRowState(key, totals, 17, true, 18));
        samples.put("kpi row state at first", new KpiRowState(key));
    }

    /** Samples of track KPIs and of their inputs and state. */
    static Map<String, Object> tracks() {
        Map<String, Object> samples = new LinkedHashMap<>();
        TrackNumbers some = new TrackNumbers(15, 10, new Skips(1, 2, 3), 9);
        TrackPlay play = new TrackPlay(new PlayContext(PlayContext.Type.PLAYLIST, "weekly", "W1"), 4, "blue", some);
        TrackPlay unknown =
                new TrackPlay(new PlayContext(PlayContext.Type.ALBUM, "blue", null), 5, null, TrackNumbers.NONE);
        KpiKey key = new KpiKey(WEEKLY, Place.WORLD, DAY);
        TrackTotals totals = new TrackTotals(2, some, 3, 4, 5, 6);
        SortedMap<Integer, List<TrackPlay>> chunks = new TreeMap<>(Map.of(0, List.of(play, unknown), 7, List.of()));
        samples.put("track numbers", some);
        samples.put("track update of a session", new TrackUpdate.OfSession(new Purged(ID)));
        samples.put("track update of plays", new TrackUpdate.OfPlays(ID, 1, List.of(play, unknown)));
        samples.put("session tracks", new SessionTracks(new BeforeImage(1, null, 2, true), chunks, 8, true));
        samples.put("session tracks that wait", new SessionTracks(null, chunks, 8, false));
        samples.put(
                "track change",
                new TrackChange(key, -1, Map.of("blue", some, "", TrackNumbers.NONE.minus(some)), 11, 12));
        samples.put("track kpis", new TrackKpis(key, new TreeMap<>(Map.of("blue", some)), some, 13));
        samples.put("track kpis state", new TrackKpisState(key, totals, 14, true, 15));
        return samples;
    }

    private static CountedSession session(boolean open, CountedRun... runs) {
        return new CountedSession(
                "anna",
                "SE",
                "Europe/Stockholm",
                Device.Type.SPEAKER,
                1,
                3_600,
                2,
                3,
                numbers()
                        .sessions(1, open ? 1 : 0)
                        .listened(4)
                        .plays(5, 6)
                        .skips(7, 8, 9)
                        .build(),
                List.of(runs));
    }

    private static CountedRun run(Subject subject) {
        return new CountedRun(
                Subject.Kind.PLAYLIST,
                subject,
                Device.Type.CAR,
                1,
                -3_600,
                numbers().listened(7).plays(2, 3).skips(4, 5, 6).runs(1, 2, 1).build());
    }

    private static KpiRow row(Subject subject, Place place, KpiWindow window) {
        return new KpiRow(subject, place, window, 1, 2, "Europe/Stockholm", 3, 2, NUMBERS, true, false, 15);
    }
}
