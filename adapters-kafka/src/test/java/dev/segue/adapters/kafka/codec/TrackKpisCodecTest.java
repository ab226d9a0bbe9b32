package dev.segue.adapters.kafka.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.contracts.KpiSubject;
import dev.segue.contracts.KpiSubjectKind;
import dev.segue.contracts.Skips;
import dev.segue.domain.clock.Clocks;
import dev.segue.domain.kpi.KpiKey;
import dev.segue.domain.kpi.KpiWindow;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.kpi.track.TrackKpis;
import dev.segue.domain.kpi.track.TrackNumbers;
import dev.segue.domain.kpi.track.TrackRules;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TrackKpisCodecTest {

    private static final TrackNumbers SOME =
            new TrackNumbers(21, 15, new dev.segue.domain.listening.Skips(1, 2, 3), 14);

    private final RegistryInMemory registry = new RegistryInMemory();
    private final TrackKpisCodec codec = new TrackKpisCodec(registry, "listening.track-kpis");

    @Test
    void what_is_written_is_read_back_equal() throws UnusableRecord {
        TrackKpis all = some();
        TrackKpis none = kpis(new TreeMap<>(), TrackNumbers.NONE, Clocks.NOT_STARTED);

        assertThat(codec.decode(codec.encode(all))).isEqualTo(all);
        assertThat(codec.decode(codec.encode(none))).isEqualTo(none);
    }

    @Test
    void the_largest_record_stays_under_the_limit() {
        SortedMap<String, TrackNumbers> tracks = new TreeMap<>();
        TrackNumbers many = new TrackNumbers(
                Integer.MAX_VALUE,
                Integer.MAX_VALUE,
                new dev.segue.domain.listening.Skips(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE),
                Integer.MAX_VALUE);
        for (int i = 0; i < TrackRules.MOST_TRACKS_EVER; i++) {
            tracks.put(String.format("%0256d", i).replace('0', '\uffee'), many);
        }

        assertThat(codec.encode(kpis(tracks, many, 7))).hasSizeBetween(450 * 1024, 512 * 1024);
    }

    @Test
    void what_is_no_week_is_refused() {
        byte[] value = new RecordWriter<dev.segue.contracts.TrackKpis>(
                        registry, "listening.track-kpis", dev.segue.contracts.TrackKpis.getClassSchema())
                .write(new dev.segue.contracts.TrackKpis(
                        new KpiSubject(KpiSubjectKind.PLAYLIST, "weekly", null),
                        "W10",
                        List.of(),
                        new dev.segue.contracts.TrackNumbers(0, 0, new Skips(0, 0, 0), 0),
                        null));

        assertThatThrownBy(() -> codec.decode(value))
                .isInstanceOf(UnusableRecord.class)
                .hasMessage("'W10' is not the first day of a week.");
    }

    /** Track KPIs of two tracks. */
    static TrackKpis some() {
        return kpis(new TreeMap<>(Map.of("blue", SOME, "green", TrackNumbers.NONE)), SOME, 7);
    }

    private static TrackKpis kpis(SortedMap<String, TrackNumbers> tracks, TrackNumbers others, long asOf) {
        return new TrackKpis(
                new KpiKey(
                        new Subject(Subject.Kind.PLAYLIST, "weekly", "W10"),
                        Place.WORLD,
                        new KpiWindow(KpiWindow.Period.WEEK, LocalDateTime.parse("2026-03-02T00:00"), null)),
                tracks,
                others,
                asOf);
    }
}
