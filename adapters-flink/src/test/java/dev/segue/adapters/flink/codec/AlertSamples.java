package dev.segue.adapters.flink.codec;

import dev.segue.adapters.flink.alert.SeriesState;
import dev.segue.adapters.flink.timer.KeyedTimer;
import dev.segue.domain.alert.Episode;
import dev.segue.domain.alert.Evaluation;
import dev.segue.domain.alert.Incident;
import dev.segue.domain.alert.Incident.Direction;
import dev.segue.domain.alert.Incident.Status;
import dev.segue.domain.alert.Observation;
import dev.segue.domain.alert.Series;
import dev.segue.domain.alert.SeriesMemory;
import dev.segue.domain.alert.UnusualHour;
import dev.segue.domain.alert.WatchedHour;
import dev.segue.domain.alert.baseline.Reading;
import dev.segue.domain.alert.baseline.WeeksBefore;
import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Samples of the state and results of the alerts job; see {@link Samples}. */
final class AlertSamples {

    private static final Series SERIES = new Series(
            "listened-time",
            Kpi.LISTENED_TIME,
            new Subject(Subject.Kind.PLAYLIST, "weekly", null),
            new Place("AU", null));
    private static final Evaluation FOUND = new Evaluation(1.5, 2.5, 3.5, 0.4, 6);

    private AlertSamples() {}

    static Map<String, Object> all() {
        Map<String, Object> samples = new LinkedHashMap<>();
        samples.put("observation", new Observation(SERIES, 1, "Australia/Sydney", 2.5, 3, 4, 5));
        samples.put("series", new SeriesState(SERIES, memory(episode(), 0, null), 1, 2));
        samples.put("series without incident", new SeriesState(SERIES, memory(null, 0, null), KeyedTimer.NOT_SET, 2));
        samples.put("series read at once", new SeriesState(SERIES, memory(null, 1, new Reading(2.5, 3, 4)), 1, 2));
        samples.put("incident", incident());
        return samples;
    }

    private static SeriesMemory memory(Episode episode, int knownFrom, Reading last) {
        return new SeriesMemory(
                List.of(10L, 20L),
                new WeeksBefore(2, new byte[] {0, 1, 2}, new float[] {1, 2, 3}, new float[] {1, 2, 3, 4, 5, Float.NaN}),
                new TreeMap<>(Map.of(
                        7L,
                        new WatchedHour(
                                new Reading[] {null, new Reading(1.5, 2, 3)},
                                new int[] {0, -1},
                                "Australia/Sydney",
                                FOUND,
                                true,
                                knownFrom,
                                last),
                        8L,
                        new WatchedHour(new Reading[2], new int[2], null, null, false, knownFrom, null))),
                new long[] {9, 8},
                new double[] {0.1, 0.2},
                0.01,
                3,
                "Australia/Sydney",
                4,
                8,
                5,
                episode);
    }

    private static Episode episode() {
        return new Episode(
                7,
                "Australia/Sydney",
                Direction.LOWER,
                11,
                new TreeMap<>(Map.of(7L, new UnusualHour(FOUND, 12, 13))),
                Status.CLOSED,
                14L,
                15,
                16,
                17);
    }

    private static Incident incident() {
        return new Incident(
                "id",
                1,
                Status.WITHDRAWN,
                "listened-time",
                Kpi.LISTENED_TIME,
                SERIES.subject(),
                SERIES.place(),
                Direction.HIGHER,
                "sentence",
                LocalDateTime.parse("2026-11-16T09:00"),
                2,
                3,
                4,
                null,
                5.5,
                6.5,
                7.5,
                8.5,
                9.5,
                10.5,
                11,
                12,
                13,
                14);
    }
}
