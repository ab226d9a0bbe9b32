package dev.segue.adapters.flink.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.flink.accounting.RecordedMetrics;
import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.alert.Incident;
import dev.segue.domain.alert.Observation;
import dev.segue.domain.alert.Policy;
import dev.segue.domain.alert.Series;
import dev.segue.domain.alert.Watch;
import dev.segue.domain.alert.baseline.AlertRules;
import dev.segue.domain.alert.baseline.LocalHour;
import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.playback.RejectionReason;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** What the operator adds to the rule: timers, silence, restarts and the limit on series. */
class AlertOperatorTest {

    private static final long HOUR_MS = 3_600_000;
    private static final long MINUTE_MS = 60_000;
    private static final long MONDAY = LocalHour.of(LocalDateTime.parse("2026-03-02T00:00"));
    private static final int THREE_WEEKS = 3 * 168;
    private static final int SIX_WEEKS = 6 * 168;
    private static final Policy SESSIONS = Policy.of("sessions", Kpi.SESSIONS);
    private static final Series WEEKLY = series("weekly");

    private KeyedOneInputStreamOperatorTestHarness<String, Observation, Incident> harness;
    private RecordedMetrics metrics;

    @Test
    void an_hour_without_rows_is_found_while_others_emit_that_time_goes_on() throws Exception {
        started(null, 10);
        receivesUsualHours(0, THREE_WEEKS);

        harness.processWatermark(end(THREE_WEEKS) + HOUR_MS);

        assertThat(emitted()).containsExactly("OPEN 2026-03-23T00:00");
    }

    @Test
    void its_metrics_say_how_many_evaluations_had_a_baseline_to_compare_with() throws Exception {
        started(null, 10);
        receivesUsualHours(0, 2 * 168);
        assertThat(metrics.of("series")).isEqualTo(1);
        assertThat(metrics.of("evaluations")).isGreaterThan(2 * 168);
        assertThat(metrics.of("comparisons")).isZero();

        receivesUsualHours(2 * 168, THREE_WEEKS + 168);
        assertThat(metrics.of("comparisons")).isPositive();
        assertThat(metrics.of("incidents")).isZero();

        harness.processWatermark(end(THREE_WEEKS + 168) + HOUR_MS);
        assertThat(metrics.of("incidents")).isEqualTo(1);
    }

    @Test
    void total_silence_is_found_by_the_wall_clock() throws Exception {
        started(null, 10);
        receivesUsualHours(0, THREE_WEEKS);
        long wallTime = harness.getProcessingTime();

        harness.setProcessingTime(wallTime + HOUR_MS + 59 * MINUTE_MS);
        assertThat(emitted()).isEmpty();

        harness.setProcessingTime(wallTime + 2 * HOUR_MS + MINUTE_MS);
        assertThat(emitted()).containsExactly("OPEN 2026-03-23T00:00");
    }

    @Test
    void a_restart_in_the_middle_of_an_incident_goes_on() throws Exception {
        started(null, 10);
        receivesUsualHours(0, THREE_WEEKS);
        harness.processWatermark(end(THREE_WEEKS) + HOUR_MS);
        assertThat(emitted()).containsExactly("OPEN 2026-03-23T00:00");
        OperatorSubtaskState state = harness.snapshot(1, 1);
        harness.close();

        started(state, 10);
        receivesUsualHours(THREE_WEEKS + 1, THREE_WEEKS + 4);

        assertThat(emitted()).containsExactly("CLOSED 2026-03-23T00:00");
    }

    @Test
    void series_beyond_the_bound_are_counted_and_not_watched() throws Exception {
        started(null, 1);
        receives(WEEKLY, 0);
        receives(series("one too many"), 0);
        receives(WEEKLY, 1);

        assertThat(ledger()).isEqualTo(new Ledger(1, 0, 0, 0, Map.of(RejectionReason.TOO_MANY_SERIES, 1L)));
        assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
    }

    @Test
    void a_window_is_free_again_once_its_series_was_silent_for_six_weeks() throws Exception {
        started(null, 1);
        receives(WEEKLY, 0);
        long purgedAt = end(SIX_WEEKS) + 6 * HOUR_MS;
        harness.processWatermark(purgedAt - 1);
        receives(series("next"), SIX_WEEKS);
        harness.processWatermark(purgedAt);
        assertThat(harness.numKeyedStateEntries() + harness.numEventTimeTimers() + harness.numProcessingTimeTimers())
                .isZero();
        receives(series("next"), SIX_WEEKS + 1);
        receives(WEEKLY, SIX_WEEKS + 1);

        assertThat(ledger()).isEqualTo(new Ledger(2, 0, 0, 0, Map.of(RejectionReason.TOO_MANY_SERIES, 2L)));
        assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
    }

    @Test
    void a_series_whose_policy_is_gone_is_purged_and_its_incident_ends() throws Exception {
        started(null, 10);
        receivesUsualHours(0, THREE_WEEKS);
        harness.processWatermark(end(THREE_WEEKS) + HOUR_MS);
        emitted();
        OperatorSubtaskState state = harness.snapshot(1, 1);
        harness.close();

        started(state, 10, Policy.of("another", Kpi.SESSIONS));
        harness.processWatermark(end(THREE_WEEKS + 2));

        assertThat(emitted()).containsExactly("CLOSED 2026-03-23T00:00");
        assertThat(harness.numKeyedStateEntries() + harness.numEventTimeTimers() + harness.numProcessingTimeTimers())
                .isZero();
    }

    @Test
    void a_series_that_its_policy_does_not_mean_any_more_is_purged_and_is_no_outage() throws Exception {
        started(null, 10);
        receivesUsualHours(0, THREE_WEEKS);
        OperatorSubtaskState state = harness.snapshot(1, 1);
        harness.close();

        started(state, 10, inAustralia(SESSIONS));
        harness.processWatermark(end(THREE_WEEKS + 2));

        assertThat(emitted()).isEmpty();
        assertThat(harness.numKeyedStateEntries()).isZero();
    }

    private void started(OperatorSubtaskState state, int mostSeries) throws Exception {
        started(state, mostSeries, SESSIONS);
    }

    private void started(OperatorSubtaskState state, int mostSeries, Policy policy) throws Exception {
        metrics = new RecordedMetrics();
        harness = new KeyedOneInputStreamOperatorTestHarness<>(
                new AlertOperator("alerts", new Watch(List.of(policy)), AlertRules.DEFAULT, mostSeries),
                observation -> observation.series().key(),
                Types.STRING,
                metrics.environment());
        harness.setProcessingTime(0);
        harness.setup(AlertTypes.INCIDENTS.createSerializer(new SerializerConfigImpl()));
        if (state != null) {
            harness.initializeState(state);
        }
        harness.open();
    }

    private void receivesUsualHours(int from, int to) throws Exception {
        for (int hour = from; hour < to; hour++) {
            receives(WEEKLY, hour);
            harness.processWatermark(end(hour));
        }
    }

    private void receives(Series series, int hour) throws Exception {
        harness.processElement(
                new Observation(series, MONDAY + hour, "Etc/UTC", 1_000, 1_000, 1_000, end(hour)), end(hour));
    }

    private Ledger ledger() throws Exception {
        harness.getOneInputOperator().prepareSnapshotPreBarrier(1);
        return harness.getSideOutput(AlertOperator.HEALTH).peek().getValue().ledger();
    }

    private List<String> emitted() {
        List<String> emitted = harness.extractOutputValues().stream()
                .map(incident -> incident.status() + " " + incident.sinceLocal())
                .distinct()
                .toList();
        harness.getOutput().clear();
        return emitted;
    }

    private static long end(int hour) {
        return (MONDAY + hour + 1) * HOUR_MS;
    }

    private static Policy inAustralia(Policy policy) {
        return new Policy(
                policy.name(),
                policy.kpi(),
                policy.subjects(),
                Set.of("AU"),
                policy.directions(),
                policy.opensPast(),
                policy.closesBelow(),
                policy.leastSample(),
                policy.leastEffect(),
                policy.consecutive());
    }

    private static Series series(String playlist) {
        return new Series(
                "sessions", Kpi.SESSIONS, new Subject(Subject.Kind.PLAYLIST, playlist, null), new Place("DE", null));
    }
}
