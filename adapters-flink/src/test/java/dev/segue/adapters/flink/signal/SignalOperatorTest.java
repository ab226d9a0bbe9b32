package dev.segue.adapters.flink.signal;

import static dev.segue.domain.fixture.Events.aPause;
import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Events.aSearch;
import static dev.segue.domain.fixture.Times.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.segue.adapters.flink.accounting.RecordedMetrics;
import dev.segue.adapters.flink.backend.Backends;
import dev.segue.adapters.flink.rules.OtherRules;
import dev.segue.domain.accounting.Health;
import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.catalogue.CatalogueAccess;
import dev.segue.domain.catalogue.CatalogueAccess.OpenCatalogue;
import dev.segue.domain.catalogue.TrackFacts;
import dev.segue.domain.fixture.SongList;
import dev.segue.domain.playback.ForgetRequest;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.PlaybackRecord;
import dev.segue.domain.signal.SignalRules;
import dev.segue.domain.signal.now.Signal;
import dev.segue.domain.signal.now.Signal.NextSong;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SignalOperatorTest {

    private static final SignalRules RULES = SignalRules.DEFAULT;
    private static final AtomicInteger OPEN = new AtomicInteger();
    private static final SongList SONGS = new SongList();
    private static final CatalogueAccess CATALOGUE = () -> {
        OPEN.incrementAndGet();
        return new OpenCatalogue(SONGS, SONGS, OPEN::decrementAndGet);
    };

    static List<StateBackend> backends() {
        return Backends.all();
    }

    @BeforeEach
    void openTheCatalogue() {
        OPEN.set(0);
        SONGS.put("next", null, new TrackFacts(1, (short) 700, (short) 300));
        SONGS.remove("new");
    }

    @ParameterizedTest
    @MethodSource("backends")
    void every_event_brings_a_signal_and_in_the_end_nothing_is_kept(StateBackend backend) throws Exception {
        try (Harness operator = started(backend, null)) {
            receives(
                    operator,
                    aPlay().withId("one").at("09:00").feeling(700, 300).build());
            receives(operator, aPlay().withId("other").by("ben").at("09:01").build());
            receives(operator, aPlay().withId("two").at("09:03").skipped().build());
            receives(operator, aPlay().withId("late").at("08:57").on("laptop").build());
            receives(
                    operator, aPause().withId("silent").at("08:58").on("laptop").build());

            assertThat(operator.extractOutputValues())
                    .extracting(
                            Signal::listener,
                            Signal::eventId,
                            Signal::asOf,
                            signal -> signal.session().plays(),
                            Signal::skipStreak)
                    .containsExactly(
                            tuple("anna", "one", at("09:03"), 1, 0),
                            tuple("ben", "other", at("09:04"), 1, 0),
                            tuple("anna", "two", at("09:06"), 2, 1),
                            tuple("anna", "late", at("09:06"), 3, 1));
            assertThat(operator.extractOutputValues().get(0).nextSongs())
                    .containsExactly(new NextSong("next", 1_000, List.of()));

            assertThat(operator.metrics.of("signals")).isEqualTo(4);

            receives(operator, aSearch().withId("later").at("10:00").build());
            operator.processWatermark(RULES.purgedAt(at("09:04")) - 1);
            assertThat(listeners(operator)).isEqualTo(2);
            assertThat(operator.metrics.of("listeners")).isEqualTo(2);
            operator.processWatermark(RULES.purgedAt(at("10:00")) - 1);
            assertThat(listeners(operator)).isEqualTo(1);
            operator.processWatermark(RULES.purgedAt(at("10:00")));
            assertThat(listeners(operator)).isZero();
            assertThat(operator.metrics.of("listeners")).isZero();
            assertThat(operator.numEventTimeTimers()).isZero();
            assertThat(operator.numProcessingTimeTimers()).isZero();
        }
        assertThat(OPEN).hasValue(0);
    }

    @ParameterizedTest
    @MethodSource("backends")
    void of_a_forgotten_listener_nothing_remains(StateBackend backend) throws Exception {
        try (Harness operator = started(backend, null)) {
            receives(operator, aPlay().at("09:00").build());
            receives(operator, aPlay().at("10:30").build());
            receives(operator, aPlay().by("ben").at("09:01").build());

            operator.processElement(new StreamRecord<>(new ForgetRequest("anna")));
            operator.processElement(new StreamRecord<>(new ForgetRequest("anna")));

            assertThat(operator.extractOutputValues()).hasSize(3);
            assertThat(listeners(operator)).isEqualTo(1);
            assertThat(operator.metrics.of("listeners")).isEqualTo(1);
            assertThat(operator.numEventTimeTimers()).isEqualTo(1);

            receives(operator, aPlay().at("10:35").build());
            assertThat(operator.extractOutputValues().get(3).session().plays()).isEqualTo(1);
            operator.processWatermark(RULES.purgedAt(at("10:38")));
            assertThat(listeners(operator)).isZero();
            assertThat(operator.numEventTimeTimers()).isZero();
        }
    }

    @Test
    void a_song_that_comes_into_the_catalogue_is_in_the_next_signal() throws Exception {
        try (Harness operator = started(new HashMapStateBackend(), null)) {
            receives(operator, aPlay().at("09:00").feeling(700, 300).build());
            SONGS.put("new", null, new TrackFacts(1, (short) 700, (short) 310));
            receives(operator, aPause().at("09:04").build());

            assertThat(operator.extractOutputValues().get(1).nextSongs())
                    .extracting(NextSong::trackId, NextSong::fit)
                    .containsExactly(tuple("next", 1_000), tuple("new", 993));
        }
    }

    @ParameterizedTest
    @MethodSource("backends")
    void who_is_restored_goes_on_where_they_were_and_never_back(StateBackend backend) throws Exception {
        OperatorSubtaskState state;
        try (Harness operator = started(backend, null)) {
            receives(operator, aPlay().withId("one").at("09:00").build());
            operator.processWatermark(at("15:10"));
            operator.prepareSnapshotPreBarrier(1);
            state = operator.snapshot(1, 0);
        }
        try (Harness operator = started(backend, state)) {
            receives(operator, aSearch().at("09:09:59.999").build());
            receives(operator, aPlay().withId("one").at("09:10").build());
            receives(operator, aPlay().withId("one").at("09:10").build());

            assertThat(operator.extractOutputValues())
                    .extracting(Signal::asOf, signal -> signal.session().plays())
                    .containsExactly(tuple(at("09:13"), 2));
            operator.prepareSnapshotPreBarrier(2);
            assertThat(lastHealth(operator))
                    .isEqualTo(new Health(
                            "signals",
                            "signals",
                            0,
                            1,
                            2,
                            new Ledger(0, 2, 1, 1, Map.of()),
                            at("15:10"),
                            at("15:10"),
                            -1));
        }
    }

    @Test
    void the_state_of_other_rules_is_refused() throws Exception {
        OperatorSubtaskState state;
        try (Harness operator = started(new HashMapStateBackend(), null)) {
            state = operator.snapshot(1, 0);
        }
        SignalRules shorterMemory = new SignalRules(
                RULES.gapMs(),
                RULES.maxPlayMs(),
                RULES.listening(),
                RULES.recentMoodMs(),
                RULES.memoryMs() / 2,
                RULES.mostRemembered(),
                RULES.nextSongs(),
                RULES.adPolicies(),
                RULES.rankingPolicies());

        try (Harness operator = new Harness(shorterMemory)) {
            operator.setup(SignalTypes.SIGNALS.createSerializer(new SerializerConfigImpl()));
            assertThatThrownBy(() -> operator.initializeState(state))
                    .isInstanceOf(OtherRules.class)
                    .hasMessageContaining("other rules: signals.memory was 6 h, and is now 3 h.");
        }
    }

    private static final class Harness extends KeyedOneInputStreamOperatorTestHarness<String, PlaybackRecord, Signal> {
        private final RecordedMetrics metrics;

        Harness(SignalRules rules) throws Exception {
            this(rules, new RecordedMetrics());
        }

        private Harness(SignalRules rules, RecordedMetrics metrics) throws Exception {
            super(
                    new SignalOperator("signals", rules, CATALOGUE),
                    PlaybackRecord::listener,
                    Types.STRING,
                    metrics.environment());
            this.metrics = metrics;
        }
    }

    private static Harness started(StateBackend backend, OperatorSubtaskState state) throws Exception {
        Harness harness = new Harness(RULES);
        harness.setStateBackend(backend);
        harness.setup(SignalTypes.SIGNALS.createSerializer(new SerializerConfigImpl()));
        if (state != null) {
            harness.initializeState(state);
        }
        harness.open();
        return harness;
    }

    private static void receives(Harness operator, PlaybackEvent event) throws Exception {
        operator.processElement(event, event.occurredAt());
    }

    private static long listeners(Harness operator) {
        try (Stream<String> keys = operator.getOperator()
                .<String>getKeyedStateBackend()
                .getKeys("recent-listening", VoidNamespace.INSTANCE)) {
            return keys.count();
        }
    }

    private static Health lastHealth(Harness operator) {
        List<Health> reports = operator.getSideOutput(SignalOperator.HEALTH).stream()
                .map(StreamRecord::getValue)
                .toList();
        return reports.get(reports.size() - 1);
    }
}
