package dev.segue.adapters.flink.codec;

import dev.segue.adapters.flink.kpi.FollowedSubject;
import dev.segue.adapters.flink.kpi.KpiRowState;
import dev.segue.domain.accounting.Received.Message;
import dev.segue.domain.accounting.Received.Rejected;
import dev.segue.domain.kpi.Contribution;
import dev.segue.domain.kpi.CountedRun;
import dev.segue.domain.kpi.CountedSession;
import dev.segue.domain.kpi.Difference;
import dev.segue.domain.kpi.Difference.Whose;
import dev.segue.domain.kpi.Distribution;
import dev.segue.domain.kpi.KpiKey;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.KpiWindow;
import dev.segue.domain.kpi.LastImage;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.RowTotals;
import dev.segue.domain.kpi.SessionUpdate.IsPurged;
import dev.segue.domain.kpi.SessionUpdate.Stands;
import dev.segue.domain.kpi.SessionUpdate.StandsNoMore;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.listening.Skips;
import dev.segue.domain.playback.DeadLetter;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.SessionId;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** As {@link Samples}, of KPI rows and of what they are made from. */
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
        samples.put("received change", new Message<>(change, 1, 2));
        samples.put("received kpi row", new Message<>(row, 1, 2));
        samples.put("received set aside", new Rejected<>(letter, 3));
        putUpdate(samples);
        putState(samples);
        return samples;
    }

    private static void putUpdate(Map<String, Object> samples) {
        samples.put("session news stands", new Stands(ID, 1, 2, session(true, run(WEEKLY), run(Subject.OTHER))));
        samples.put("session news stands no more", new StandsNoMore(ID, 3, 4, 5));
        samples.put("session news is forgotten", new IsPurged(ID));
        Whose anna = new Whose("anna", "Europe/Stockholm");
        Contribution much = new Contribution(true, true, 1, 2, 3, new Skips(4, 5, 6), 7, 8, 9, List.of(1, 33), 10);
        Contribution little = new Contribution(false, false, 0, 0, 0, Skips.NONE, 1, 0, 0, List.of(), 0);
        KpiKey key = new KpiKey(WEEKLY, Place.WORLD, DAY);
        samples.put("difference", new Difference(key, much, anna, little, new Whose("bo", "Etc/UTC"), 11, 12));
        samples.put("difference added", new Difference(key, null, null, much, anna, 11, 12));
        samples.put("difference taken", new Difference(key, much, anna, null, null, 11, 12));
    }

    private static void putState(Map<String, Object> samples) {
        samples.put("last image", new LastImage(1, session(true, run(WEEKLY), run(Subject.OTHER)), 2, true));
        samples.put("last image without runs", new LastImage(1, session(false), 2, false));
        samples.put("last image of what stands no more", new LastImage(1, null, 2, false));
        samples.put("followed subject", new FollowedSubject(WEEKLY.withoutEdition(), 1));
        samples.put("followed edition", new FollowedSubject(WEEKLY, 2));
        RowTotals.Kept kept = new RowTotals.Kept(
                1,
                2,
                3,
                4,
                5,
                6,
                new Skips(7, 8, 9),
                10,
                11,
                12,
                new Distribution(new TreeMap<>(Map.of(1, 2, 33, 4))),
                Distribution.EMPTY,
                13,
                true);
        KpiKey key = new KpiKey(Subject.ALL, new Place("SE", null), DAY);
        samples.put("kpi row state", new KpiRowState(key, new RowTotals(kept, 14, 15, 16), 17, true, 18));
        samples.put("kpi row state at first", new KpiRowState(key));
    }

    private static CountedSession session(boolean open, CountedRun... runs) {
        return new CountedSession(
                "anna", "SE", "Europe/Stockholm", 1, 3_600, open, 2, 3, 4, 5, 6, new Skips(7, 8, 9), 10, List.of(runs));
    }

    private static CountedRun run(Subject subject) {
        return new CountedRun(Subject.Kind.PLAYLIST, subject, 1, -3_600, 2, 3, new Skips(4, 5, 6), 7, true);
    }

    private static KpiRow row(Subject subject, Place place, KpiWindow window) {
        return new KpiRow(
                subject,
                place,
                window,
                1,
                2,
                "Europe/Stockholm",
                3,
                4,
                5,
                6,
                7,
                new Skips(8, 9, 10),
                11,
                12,
                13,
                new Distribution(new TreeMap<>(Map.of(1, 2, 33, 4))),
                Distribution.EMPTY,
                14,
                true,
                false,
                15);
    }
}
