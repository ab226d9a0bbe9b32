package dev.segue.adapters.flink.type;

import dev.segue.domain.account.Received.Message;
import dev.segue.domain.account.Received.SetAside;
import dev.segue.domain.kpi.Distribution;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Slot;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.listening.Skips;
import dev.segue.domain.playback.DeadLetter;
import dev.segue.domain.session.Change;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** As {@link Samples}, of KPI rows and of what they are made from. */
final class KpiSamples {

    private KpiSamples() {}

    static Map<String, Object> all(Change change, DeadLetter letter) {
        Map<String, Object> samples = new LinkedHashMap<>();
        KpiRow row = row(
                new Subject(Subject.Kind.PLAYLIST, "weekly", "2026-W47"),
                new Place("SE", "Europe/Stockholm"),
                new Slot(Slot.Period.HOUR, LocalDateTime.parse("2026-11-16T09:00"), 3_600));
        samples.put("kpi row", row);
        samples.put(
                "kpi row of all",
                row(
                        Subject.ALL,
                        Place.WORLD,
                        new Slot(Slot.Period.WEEK, LocalDateTime.parse("2026-11-16T00:00"), null)));
        samples.put("received change", new Message<>(change, 1, 2));
        samples.put("received kpi row", new Message<>(row, 1, 2));
        samples.put("received set aside", new SetAside<>(letter, 3));
        return samples;
    }

    private static KpiRow row(Subject subject, Place place, Slot slot) {
        return new KpiRow(
                subject,
                place,
                slot,
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
