package dev.segue.adapters.kafka.codec;

import static dev.segue.adapters.kafka.codec.Samples.NOON;
import static dev.segue.domain.fixture.NumbersBuilder.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.contracts.Bucket;
import dev.segue.contracts.DeviceType;
import dev.segue.contracts.KpiPeriod;
import dev.segue.contracts.KpiPlace;
import dev.segue.contracts.KpiSubject;
import dev.segue.contracts.KpiSubjectKind;
import dev.segue.domain.clock.Clocks;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.KpiWindow;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.playback.Device;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KpiCodecTest {

    private static final LocalDateTime NINE = LocalDateTime.parse("2026-11-16T09:00");
    private static final Subject WEEKLY = new Subject(Subject.Kind.PLAYLIST, "weekly", "2026-W47");
    private static final Place STOCKHOLM = new Place("SE", "Europe/Stockholm");
    private static final KpiWindow HOUR = new KpiWindow(KpiWindow.Period.HOUR, NINE, 3_600);

    private final RegistryInMemory registry = new RegistryInMemory();
    private final KpiCodec codec = new KpiCodec(registry, "listening.kpis");
    private final RecordReader<dev.segue.contracts.KpiRow> reader =
            new RecordReader<>(registry, dev.segue.contracts.KpiRow.getClassSchema());
    private final RecordWriter<dev.segue.contracts.KpiRow> writer =
            new RecordWriter<>(registry, "listening.kpis", dev.segue.contracts.KpiRow.getClassSchema());

    @Test
    void a_row_holds_all_its_numbers() throws UnusableRecord {
        assertThat(reader.read(codec.encode(row(WEEKLY, STOCKHOLM, HOUR))))
                .isEqualTo(dev.segue.contracts.KpiRow.newBuilder()
                        .setSubject(new KpiSubject(KpiSubjectKind.PLAYLIST, "weekly", "2026-W47"))
                        .setPlace(new KpiPlace("SE", "Europe/Stockholm", null))
                        .setPeriod(KpiPeriod.HOUR)
                        .setLocalStart("2026-11-16T09:00")
                        .setUtcOffsetS(3_600)
                        .setStartsAt(Instant.ofEpochMilli(NOON))
                        .setEndsAt(Instant.ofEpochMilli(NOON + 1))
                        .setMainTimeZone("Europe/Stockholm")
                        .setListeners(2)
                        .setReturningListeners(1)
                        .setSessions(3)
                        .setListenedMs(4)
                        .setPlays(5)
                        .setCountedPlays(6)
                        .setSkips(new dev.segue.contracts.Skips(7, 8, 9))
                        .setRuns(10)
                        .setSongsInRuns(11)
                        .setAbandonedRuns(12)
                        .setSongsPerRun(new dev.segue.contracts.Distribution(
                                List.of(new Bucket(1, 5), new Bucket(4, 4), new Bucket(33, 1)), 1, 4, 33))
                        .setSkippedSongs(new dev.segue.contracts.Distribution(
                                List.of(new Bucket(2, 6), new Bucket(3, 1)), 2, 3, 3))
                        .setLongestRun(new dev.segue.contracts.Distribution(List.of(), null, null, null))
                        .setOpenSessions(13)
                        .setOver(true)
                        .setSettled(false)
                        .setAsOf(Instant.ofEpochMilli(NOON + 2))
                        .build());
    }

    @Test
    void a_row_is_read_back_as_it_was() throws UnusableRecord {
        KpiRow row = row(WEEKLY, STOCKHOLM, HOUR);
        KpiRow bare = new KpiRow(
                Subject.ALL,
                Place.WORLD,
                new KpiWindow(KpiWindow.Period.WEEK, NINE, null),
                0,
                0,
                "Etc/UTC",
                0,
                0,
                numbers().build(),
                false,
                true,
                Clocks.NOT_STARTED);

        assertThat(codec.decode(codec.encode(row))).isEqualTo(row);
        assertThat(codec.decode(codec.encode(bare))).isEqualTo(bare);
    }

    @ParameterizedTest
    @EnumSource
    void every_kind_of_subject_is_read_back(Subject.Kind kind) throws UnusableRecord {
        boolean named = kind != Subject.Kind.ALL && kind != Subject.Kind.OTHER;
        KpiRow row = row(new Subject(kind, named ? "x" : null, null), STOCKHOLM, HOUR);

        assertThat(codec.decode(codec.encode(row))).isEqualTo(row);
    }

    @ParameterizedTest
    @EnumSource
    void every_period_is_read_back(KpiWindow.Period period) throws UnusableRecord {
        KpiRow row = row(Subject.OTHER, new Place("SE", null), new KpiWindow(period, NINE, null));

        assertThat(codec.decode(codec.encode(row))).isEqualTo(row);
    }

    @ParameterizedTest
    @EnumSource
    void every_type_of_device_is_read_back(Device.Type type) throws UnusableRecord {
        KpiRow row = row(WEEKLY, new Place("SE", null, type), new KpiWindow(KpiWindow.Period.DAY, NINE, null));

        assertThat(codec.decode(codec.encode(row))).isEqualTo(row);
        assertThat(KpiCodec.key(row)).isEqualTo("PLAYLIST/weekly/2026-W47/SE/-/" + type + "/DAY/2026-11-16T09:00/-");
    }

    @Test
    void what_is_no_row_is_unusable() throws UnusableRecord {
        refused(
                row -> row.setPeriod(KpiPeriod.UNKNOWN),
                "This version of Segue does not know the row's kind of period.");
        refused(
                row -> row.setSubject(new KpiSubject(KpiSubjectKind.UNKNOWN, null, null)),
                "This version of Segue does not know the row's kind of subject.");
        refused(
                row -> row.setSubject(new KpiSubject(KpiSubjectKind.PLAYLIST, null, null)),
                "The row's subject is invalid: a PLAYLIST must have an id.");
        refused(
                row -> row.setPlace(new KpiPlace(null, "Europe/Stockholm", null)),
                "The row's place is invalid: the world has no time zone of its own, but was given Europe/Stockholm.");
        refused(
                row -> row.setPlace(new KpiPlace(null, null, DeviceType.PHONE)),
                "The row's place is invalid: devices are counted by country, but the country is null and the time zone null.");
        refused(row -> row.setLocalStart("nine"), "'nine' is not a valid start of a window.");
        refused(
                row -> row.setLocalStart("+10000-01-01T00:00"),
                "'+10000-01-01T00:00' is not a valid start of a window.");
        refused(row -> row.setLocalStart("1968-12-31T23:00"), "'1968-12-31T23:00' is not a valid start of a window.");
        assertThatThrownBy(() -> codec.decode(null)).isInstanceOf(UnusableRecord.class);
        assertThatThrownBy(() -> codec.decode(new byte[8])).isInstanceOf(UnusableRecord.class);
    }

    @Test
    void the_key_is_subject_place_and_window() {
        assertThat(KpiCodec.key(row(WEEKLY, STOCKHOLM, HOUR)))
                .isEqualTo("PLAYLIST/weekly/2026-W47/SE/Europe%2FStockholm/-/HOUR/2026-11-16T09:00/3600");
        assertThat(KpiCodec.key(row(Subject.ALL, Place.WORLD, new KpiWindow(KpiWindow.Period.DAY, NINE, null))))
                .isEqualTo("ALL/-/-/-/-/-/DAY/2026-11-16T09:00/-");
        assertThat(KpiCodec.key(row(new Subject(Subject.Kind.ALBUM, "a/%", "-"), Place.WORLD, HOUR)))
                .isEqualTo("ALBUM/a%2F%25/%2D/-/-/-/HOUR/2026-11-16T09:00/3600");
    }

    private void refused(Consumer<dev.segue.contracts.KpiRow.Builder> damage, String why) throws UnusableRecord {
        dev.segue.contracts.KpiRow.Builder row =
                dev.segue.contracts.KpiRow.newBuilder(reader.read(codec.encode(row(WEEKLY, STOCKHOLM, HOUR))));
        damage.accept(row);

        assertThatThrownBy(() -> codec.decode(writer.write(row.build())))
                .isInstanceOf(UnusableRecord.class)
                .hasMessage(why);
    }

    private static KpiRow row(Subject subject, Place place, KpiWindow window) {
        return new KpiRow(
                subject,
                place,
                window,
                NOON,
                NOON + 1,
                "Europe/Stockholm",
                2,
                1,
                numbers()
                        .sessions(3, 13)
                        .listened(4)
                        .plays(5, 6)
                        .skips(7, 8, 9)
                        .runs(10, 11, 12)
                        .songsPerRun(Map.of(1, 5, 4, 4, 33, 1))
                        .skippedSongs(Map.of(2, 6, 3, 1))
                        .build(),
                true,
                false,
                NOON + 2);
    }
}
