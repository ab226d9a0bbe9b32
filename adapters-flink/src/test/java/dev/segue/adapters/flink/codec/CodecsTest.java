package dev.segue.adapters.flink.codec;

import static dev.segue.domain.fixture.Events.aPlay;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.adapters.flink.accounting.AccountingTypes;
import dev.segue.adapters.flink.alert.AlertTypes;
import dev.segue.adapters.flink.alert.SeriesState;
import dev.segue.adapters.flink.intake.IntakeTypes;
import dev.segue.adapters.flink.kpi.FollowedSubject;
import dev.segue.adapters.flink.kpi.KpiRowState;
import dev.segue.adapters.flink.kpi.KpiTypes;
import dev.segue.adapters.flink.session.ListenerState;
import dev.segue.adapters.flink.session.PackedActivities;
import dev.segue.adapters.flink.session.SessionTypes;
import dev.segue.adapters.flink.signal.SignalTypes;
import dev.segue.adapters.flink.track.TrackKpisState;
import dev.segue.adapters.flink.track.TrackTypes;
import dev.segue.domain.accounting.Health;
import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.accounting.Received;
import dev.segue.domain.accounting.Received.Message;
import dev.segue.domain.alert.Incident;
import dev.segue.domain.alert.Observation;
import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.KpiWindow;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.kpi.counting.BeforeImage;
import dev.segue.domain.kpi.counting.RowChange;
import dev.segue.domain.kpi.counting.SessionUpdate;
import dev.segue.domain.kpi.track.SessionTracks;
import dev.segue.domain.kpi.track.TrackChange;
import dev.segue.domain.kpi.track.TrackKpis;
import dev.segue.domain.kpi.track.TrackNumbers;
import dev.segue.domain.kpi.track.TrackUpdate;
import dev.segue.domain.listening.Mood;
import dev.segue.domain.playback.Content;
import dev.segue.domain.playback.DeadLetter;
import dev.segue.domain.playback.Device;
import dev.segue.domain.playback.EndReason;
import dev.segue.domain.playback.ForgetRequest;
import dev.segue.domain.playback.PauseCause;
import dev.segue.domain.playback.PlayContext;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.RejectionReason;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.ListenerMemory;
import dev.segue.domain.session.ListenerMemory.StoredTotals;
import dev.segue.domain.session.SessionTotals;
import dev.segue.domain.signal.RecentListening;
import dev.segue.domain.signal.now.Signal;
import dev.segue.domain.signal.now.Signal.AdJudgement.Verdict;
import dev.segue.domain.timeline.Activity;
import dev.segue.domain.timeline.ActivityPages.Leaf;
import dev.segue.domain.timeline.ActivityPages.Page;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;
import org.junit.jupiter.api.Test;

class CodecsTest {

    /** The serialized forms of the current versions. */
    private static final String GOLDEN = "/golden/codecs.txt";

    @Test
    void what_is_written_is_read_back_equal() throws IOException {
        for (Map.Entry<String, Object> sample : Samples.all().entrySet()) {
            TypeSerializer<Object> serializer = serializerOf(sample.getValue());
            Object copy = serializer.copy(sample.getValue());
            assertThat(written(read(written(sample.getValue(), serializer), serializer), serializer))
                    .as(sample.getKey())
                    .isEqualTo(written(sample.getValue(), serializer))
                    .isEqualTo(written(copy, serializer));
            boolean comparable = !(sample.getValue() instanceof ListenerState)
                    && !(sample.getValue() instanceof RecentListening)
                    && !(sample.getValue() instanceof SessionTotals)
                    && !(sample.getValue() instanceof SeriesState)
                    && !(sample.getValue() instanceof KpiRowState);
            if (comparable) {
                assertThat(read(written(sample.getValue(), serializer), serializer))
                        .as(sample.getKey())
                        .isEqualTo(sample.getValue());
            }
        }
    }

    @Test
    void what_is_cut_off_is_not_read_as_if_it_were_whole() throws IOException {
        for (Map.Entry<String, Object> sample : Samples.all().entrySet()) {
            TypeSerializer<Object> serializer = serializerOf(sample.getValue());
            byte[] whole = written(sample.getValue(), serializer);
            for (int length = 0; length < whole.length; length++) {
                DataInputDeserializer cut = new DataInputDeserializer(whole, 0, length);
                assertThatThrownBy(() -> serializer.deserialize(cut))
                        .as("%s, %d of %d bytes", sample.getKey(), length, whole.length)
                        .isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void what_is_written_now_will_be_read_later() throws IOException {
        Map<String, String> now = new LinkedHashMap<>();
        for (Map.Entry<String, Object> sample : Samples.all().entrySet()) {
            byte[] bytes = written(sample.getValue(), serializerOf(sample.getValue()));
            now.put(
                    sample.getKey() + " " + versionOf(serializerOf(sample.getValue())),
                    HexFormat.of().formatHex(bytes));
        }

        assertThat(now)
                .as(
                        "The serialized form changed: put the new form into %s, and from 1.0 on increment the codec's"
                                + " version and let it read the previous form, too",
                        GOLDEN)
                .isEqualTo(golden(GOLDEN));
    }

    @Test
    void a_part_is_read_by_its_own_version() throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(8);
        new Part<>(new Amount(1)).write(7L, out);

        assertThat(new Part<>(new Amount(2)).read(new DataInputDeserializer(out.getCopyOfBuffer())))
                .isEqualTo(7L);
    }

    /** Four bytes in its first version, eight in its second. */
    private record Amount(int version) implements Codec<Long> {

        @Override
        public String name() {
            return "number";
        }

        @Override
        public void write(Long value, DataOutputView out) throws IOException {
            out.writeInt(value.intValue());
        }

        @Override
        public Long read(DataInputView in, int written) throws IOException {
            return written == 1 ? in.readInt() : in.readLong();
        }
    }

    /** A checkpoint writes the copy while the value keeps changing. */
    @Test
    void a_copy_does_not_change_with_the_value() throws IOException {
        Leaf leaf = new Leaf(PackedActivities.of(List.of(activity(1), activity(2))));
        leaf.activities().remove(1);
        ListenerState listener = new ListenerState(new ListenerMemory(), 1, 2, 3, 4, leaf);
        Object copyOfLeaf = serializerOf(leaf).copy(leaf);
        Object copyOfListener = serializerOf(listener).copy(listener);
        byte[] leafBefore = written(leaf, serializerOf(leaf));
        byte[] listenerBefore = written(listener, serializerOf(listener));

        leaf.activities().add(activity(3));
        listener.setLeaf(4, leaf);
        listener.setMemory(new ListenerMemory(
                1, 2, 3, new StoredTotals(4, 5), List.of(), List.of(), List.of(), List.of(), List.of()));

        assertThat(written(copyOfLeaf, serializerOf(copyOfLeaf))).isEqualTo(leafBefore);
        assertThat(written(copyOfListener, serializerOf(copyOfListener))).isEqualTo(listenerBefore);
    }

    private static Activity activity(int number) {
        return new Activity(
                number,
                number,
                true,
                number,
                aPlay().by("anna").withId("e" + number).build());
    }

    /** The forms in a file, by sample name and codec version. */
    private static Map<String, String> golden(String file) throws IOException {
        Map<String, String> forms = new LinkedHashMap<>();
        try (InputStream in = CodecsTest.class.getResourceAsStream(file)) {
            new String(in.readAllBytes(), UTF_8).lines().forEach(line -> {
                int colon = line.lastIndexOf(": ");
                forms.put(line.substring(0, colon), line.substring(colon + 2));
            });
        }
        return forms;
    }

    /** Without a sample, the form of a type could change unnoticed. */
    @Test
    void every_type_has_a_sample() throws Exception {
        Set<String> sampled = new TreeSet<>();
        for (Object sample : Samples.all().values()) {
            sampled.add(((CodecSerializer<?>) serializerOf(sample)).name());
        }
        Set<String> known = new TreeSet<>();
        ServiceLoader.load(Codec.class).forEach(codec -> known.add(codec.name()));

        assertThat(known).hasSizeGreaterThan(20);
        assertThat(sampled).isEqualTo(known);
    }

    @Test
    void constants_keep_their_places_because_the_places_are_written() {
        assertThat(names(Content.values())).startsWith("TRACK", "SPOKEN", "UNKNOWN");
        assertThat(names(EndReason.values()))
                .startsWith("COMPLETED", "FORWARD", "BACK", "PICKED_OTHER", "LOGOUT", "ERROR", "APP_CLOSED", "UNKNOWN");
        assertThat(names(PauseCause.values())).startsWith("LISTENER", "STALL", "SYSTEM", "UNKNOWN");
        assertThat(names(Device.Type.values()))
                .startsWith(
                        "PHONE", "TABLET", "COMPUTER", "SPEAKER", "TV", "CAR", "WATCH", "CONSOLE", "WEB", "UNKNOWN");
        assertThat(names(PlayContext.Type.values()))
                .startsWith("PLAYLIST", "ALBUM", "ARTIST", "RADIO", "COLLECTION", "SEARCH", "UNKNOWN");
        assertThat(names(RejectionReason.values()))
                .startsWith(
                        "UNREADABLE",
                        "UNKNOWN_SCHEMA",
                        "UNKNOWN_TYPE",
                        "NO_LISTENER",
                        "NO_EVENT_ID",
                        "NO_TIME",
                        "NO_DETAIL",
                        "STARTS_AFTER_END",
                        "CLOCK_AHEAD",
                        "TOO_LONG",
                        "TOO_MANY_SERIES",
                        "TOO_MANY_EVENTS");
        assertThat(names(Mood.Quadrant.values())).startsWith("HAPPY", "ENERGETIC", "CALM", "SAD", "UNKNOWN");
        assertThat(names(Verdict.values())).startsWith("PLAY", "HOLD");
        assertThat(names(Change.Status.values())).startsWith("EARLY", "FINAL", "CORRECTED");
        assertThat(names(Subject.Kind.values())).startsWith("ALL", "PLAYLIST", "ALBUM", "RADIO", "OTHER");
        assertThat(names(Kpi.values()))
                .startsWith("LISTENERS", "SESSIONS", "LISTENED_TIME", "SONGS_PER_RUN", "SKIP_RATE", "ABANDONED_RUNS");
        assertThat(names(Incident.Status.values())).startsWith("OPEN", "CLOSED", "NEW_NORMAL", "WITHDRAWN");
        assertThat(names(Incident.Direction.values())).startsWith("LOWER", "HIGHER");
        assertThat(names(KpiWindow.Period.values())).startsWith("HOUR", "DAY", "WEEK");
    }

    @Test
    void state_of_an_earlier_version_is_migrated_and_of_a_later_one_refused() {
        TypeSerializerSnapshot<Object> one = new CodecSnapshot<>("playback-event", 1);
        TypeSerializerSnapshot<Object> two = new CodecSnapshot<>("playback-event", 2);
        TypeSerializerSnapshot<Object> other = new CodecSnapshot<>("arrival", 1);
        assertThat(one.resolveSchemaCompatibility(one).isCompatibleAsIs()).isTrue();
        assertThat(two.resolveSchemaCompatibility(one).isCompatibleAfterMigration())
                .isTrue();
        assertThat(one.resolveSchemaCompatibility(two).isIncompatible()).isTrue();
        assertThat(one.resolveSchemaCompatibility(other).isIncompatible()).isTrue();
    }

    @Test
    void state_of_a_form_that_is_no_longer_read_is_refused() {
        assertThatThrownBy(new CodecSnapshot<>("listener-state", 1)::restoreSerializer)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The state 'listener-state' was written by an earlier version of Segue, in form 1; this one"
                        + " reads form 4 and later. Start the job without this savepoint: CHANGELOG.md says what that"
                        + " means.");
    }

    @Test
    void a_snapshot_restores_the_serializer_that_wrote_the_state() throws IOException {
        TypeSerializer<PlaybackEvent> serializer = IntakeTypes.EVENTS.createSerializer(new SerializerConfigImpl());
        DataOutputSerializer out = new DataOutputSerializer(64);
        serializer.snapshotConfiguration().writeSnapshot(out);
        CodecSnapshot<PlaybackEvent> restored = new CodecSnapshot<>();
        restored.readSnapshot(
                restored.getCurrentVersion(),
                new DataInputDeserializer(out.getCopyOfBuffer()),
                CodecsTest.class.getClassLoader());
        assertThat(restored.restoreSerializer()).isEqualTo(serializer);
    }

    @Test
    void state_that_is_not_ours_is_named() {
        assertThatThrownBy(() -> Codecs.named("nobody's"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'nobody's'");
    }

    private static List<String> names(Enum<?>[] constants) {
        return List.of(constants).stream().map(Enum::name).toList();
    }

    @SuppressWarnings("unchecked")
    private static TypeSerializer<Object> serializerOf(Object value) {
        Map<Class<?>, TypeInformation<?>> types = Map.ofEntries(
                Map.entry(PlaybackEvent.class, IntakeTypes.EVENTS),
                Map.entry(DeadLetter.class, IntakeTypes.DEAD_LETTERS),
                Map.entry(Change.class, SessionTypes.CHANGES),
                Map.entry(SessionTotals.class, SessionTypes.TOTALS),
                Map.entry(Ledger.class, AccountingTypes.LEDGERS),
                Map.entry(Health.class, AccountingTypes.HEALTH),
                Map.entry(Page.class, SessionTypes.PAGES),
                Map.entry(ListenerState.class, SessionTypes.LISTENERS),
                Map.entry(KpiRow.class, KpiTypes.KPI_ROWS),
                Map.entry(KpiRowState.class, KpiTypes.KPI_ROW_STATES),
                Map.entry(SessionUpdate.class, KpiTypes.SESSION_UPDATES),
                Map.entry(BeforeImage.class, KpiTypes.BEFORE_IMAGES),
                Map.entry(RowChange.class, KpiTypes.ROW_CHANGES),
                Map.entry(FollowedSubject.class, KpiTypes.FOLLOWED_SUBJECTS),
                Map.entry(TrackNumbers.class, TrackTypes.TRACK_NUMBERS),
                Map.entry(TrackUpdate.class, TrackTypes.TRACK_UPDATES),
                Map.entry(SessionTracks.class, TrackTypes.SESSION_TRACKS),
                Map.entry(TrackChange.class, TrackTypes.TRACK_CHANGES),
                Map.entry(TrackKpis.class, TrackTypes.TRACK_KPIS),
                Map.entry(TrackKpisState.class, TrackTypes.TRACK_KPIS_STATES),
                Map.entry(ForgetRequest.class, IntakeTypes.RECORDS),
                Map.entry(Received.class, typeOfReceived(value)),
                Map.entry(RecentListening.class, SignalTypes.RECENT_LISTENING),
                Map.entry(Signal.class, SignalTypes.SIGNALS),
                Map.entry(Observation.class, AlertTypes.OBSERVATIONS),
                Map.entry(SeriesState.class, AlertTypes.SERIES),
                Map.entry(Incident.class, AlertTypes.INCIDENTS));
        for (Map.Entry<Class<?>, TypeInformation<?>> type : types.entrySet()) {
            if (type.getKey().isInstance(value)) {
                return (TypeSerializer<Object>) type.getValue().createSerializer(new SerializerConfigImpl());
            }
        }
        throw new AssertionError("no type for " + value.getClass());
    }

    /** Rejected records have no content; that of an event is used for all of them. */
    private static TypeInformation<?> typeOfReceived(Object value) {
        if (value instanceof Message<?> message && message.content() instanceof KpiRow) {
            return KpiTypes.RECEIVED_KPI_ROWS;
        }
        return value instanceof Message<?> message && message.content() instanceof Change
                ? SessionTypes.RECEIVED_CHANGES
                : IntakeTypes.RECEIVED_EVENTS;
    }

    private static int versionOf(TypeSerializer<Object> serializer) {
        return Codecs.named(((CodecSerializer<?>) serializer).name()).version();
    }

    private static byte[] written(Object value, TypeSerializer<Object> serializer) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(256);
        serializer.serialize(value, out);
        return out.getCopyOfBuffer();
    }

    private static Object read(byte[] bytes, TypeSerializer<Object> serializer) throws IOException {
        DataInputDeserializer in = new DataInputDeserializer(bytes);
        Object value = serializer.deserialize(in);
        assertThat(in.available()).as("bytes left over").isZero();
        return value;
    }
}
