package dev.segue.adapters.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.web.fixture.Audience;
import dev.segue.adapters.web.store.Bounds;
import dev.segue.adapters.web.store.Memory;
import dev.segue.adapters.web.view.Freshness.State;
import dev.segue.domain.accounting.Health;
import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.clock.Clocks;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When the page shows the output of a job as old. */
class FreshnessTest {

    private static final long NOW = Audience.NOW;
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;

    private final Memory memory = new Memory(Bounds.USUAL);

    @Test
    void a_job_that_reads_what_is_written_at_once_is_current() {
        report("sessions", 1, 100, NOW, 140, NOW);

        assertThat(fresh("sessions", NOW + 10_000))
                .isEqualTo(new Freshness("sessions", State.CURRENT, NOW, 0L, 140L, NOW));
    }

    @Test
    void a_job_that_reads_what_is_older_than_a_minute_is_behind() {
        report("sessions", 1, 100, NOW, MINUTE, NOW);
        assertThat(fresh("sessions", NOW).state()).isEqualTo(State.CURRENT);

        report("sessions", 2, 200, NOW, MINUTE + 1, NOW + 1_000);
        assertThat(fresh("sessions", NOW + 1_000).state()).isEqualTo(State.BEHIND);
        assertThat(fresh("sessions", NOW + 1_000).lagMs()).isEqualTo(MINUTE + 1);
    }

    @Test
    void a_job_whose_clock_is_thirteen_hours_behind_that_of_another_is_behind_though_its_input_is_new() {
        report("sessions", 1, 100, NOW, 140, NOW);
        report("signals", 1, 100, NOW - 13 * HOUR, 140, NOW);

        assertThat(fresh("signals", NOW))
                .isEqualTo(new Freshness("signals", State.BEHIND, NOW - 13 * HOUR, 13 * HOUR, 140L, NOW));
        assertThat(fresh("sessions", NOW).state()).isEqualTo(State.CURRENT);
    }

    @Test
    void jobs_that_read_one_another_may_be_two_hours_apart() {
        report("sessions", 1, 100, NOW, 140, NOW);
        report("playlists", 1, 100, NOW - 2 * HOUR, 140, NOW);
        assertThat(fresh("playlists", NOW).state()).isEqualTo(State.CURRENT);

        report("playlists", 2, 200, NOW - 2 * HOUR - 1, 140, NOW);
        assertThat(fresh("playlists", NOW).state()).isEqualTo(State.BEHIND);
    }

    @Test
    void a_job_that_reports_no_more_is_silent_however_current_it_was() {
        report("sessions", 1, 100, NOW, 140, NOW);

        assertThat(fresh("sessions", NOW + 2 * MINUTE).state()).isEqualTo(State.CURRENT);
        assertThat(fresh("sessions", NOW + 2 * MINUTE + 1).state()).isEqualTo(State.SILENT);
    }

    @Test
    void a_job_that_reports_seldom_is_silent_when_it_left_out_three_reports() {
        report("sessions", 1, 100, NOW - 5 * MINUTE, 140, NOW - 5 * MINUTE);
        report("sessions", 2, 200, NOW, 140, NOW);

        assertThat(fresh("sessions", NOW + 15 * MINUTE).state()).isEqualTo(State.CURRENT);
        assertThat(fresh("sessions", NOW + 15 * MINUTE + 1).state()).isEqualTo(State.SILENT);
    }

    @Test
    void a_job_that_was_down_for_hours_reported_once_and_died_is_silent_after_half_an_hour() {
        report("sessions", 1, 100, NOW - 13 * HOUR, 140, NOW - 13 * HOUR);
        report("sessions", 2, 200, NOW, 140, NOW);

        assertThat(fresh("sessions", NOW + 30 * MINUTE).state()).isEqualTo(State.CURRENT);
        assertThat(fresh("sessions", NOW + 30 * MINUTE + 1).state()).isEqualTo(State.SILENT);
    }

    @Test
    void a_job_that_has_read_all_there_is_is_not_behind_though_the_last_of_it_was_old_when_it_was_read() {
        report("sessions", 1, 100, NOW, 13 * HOUR, NOW);
        assertThat(fresh("sessions", NOW).state()).isEqualTo(State.BEHIND);

        report("sessions", 2, 100, NOW, 13 * HOUR, NOW + MINUTE - 1);
        assertThat(fresh("sessions", NOW + MINUTE).state()).isEqualTo(State.BEHIND);

        report("sessions", 3, 100, NOW, 13 * HOUR, NOW + MINUTE);
        assertThat(fresh("sessions", NOW + MINUTE))
                .isEqualTo(new Freshness("sessions", State.CURRENT, NOW, 0L, null, NOW + MINUTE));

        report("sessions", 4, 101, NOW, 13 * HOUR, NOW + MINUTE + 1);
        assertThat(fresh("sessions", NOW + MINUTE).state()).isEqualTo(State.BEHIND);
    }

    @Test
    void the_slowest_part_counts_but_no_part_that_is_no_more() {
        part("sessions", 0, 7, NOW, 140, NOW);
        part("sessions", 1, 7, NOW - 20_000, 3 * MINUTE, NOW);
        part("sessions", 2, 1, NOW - 13 * HOUR, 13 * HOUR, NOW - HOUR);

        assertThat(fresh("sessions", NOW))
                .isEqualTo(new Freshness("sessions", State.BEHIND, NOW - 20_000, 0L, 3 * MINUTE, NOW));
    }

    @Test
    void a_part_without_a_clock_says_nothing_of_the_time() {
        part("sessions", 0, 7, Clocks.NOT_STARTED, 140, NOW);
        assertThat(fresh("sessions", NOW)).isEqualTo(new Freshness("sessions", State.CURRENT, null, null, 140L, NOW));

        part("sessions", 1, 7, NOW, -1, NOW);
        assertThat(fresh("sessions", NOW)).isEqualTo(new Freshness("sessions", State.CURRENT, NOW, 0L, 140L, NOW));
    }

    @Test
    void a_job_that_has_read_a_bounded_input_to_its_end_is_never_silent_nor_behind() {
        memory.take(
                new Health("sessions", "reading", 0, 1, Health.AT_END, ledger(1), Clocks.ENDED, Clocks.ENDED, 1), NOW);
        report("signals", 1, 100, NOW, 140, NOW);

        assertThat(fresh("sessions", NOW + 13 * HOUR))
                .isEqualTo(new Freshness("sessions", State.ENDED, null, null, 1L, NOW));
        assertThat(fresh("signals", NOW).state()).isEqualTo(State.CURRENT);
    }

    @Test
    void what_is_shown_is_held_up_by_any_job_that_it_has_passed_through() {
        report("sessions", 1, 100, NOW - 13 * HOUR, 13 * HOUR, NOW);
        report("playlists", 1, 100, NOW - 13 * HOUR, 140, NOW);
        report("alerts", 1, 100, NOW - 13 * HOUR, 140, NOW);
        report("signals", 1, 100, NOW - 13 * HOUR, 140, NOW);

        Map<Source, Source.Fresh> fresh = StatusView.of(memory, NOW).fresh();

        assertThat(fresh.get(Source.SESSIONS).held().job()).isEqualTo("sessions");
        assertThat(fresh.get(Source.KPIS).held().state()).isEqualTo(State.BEHIND);
        assertThat(fresh.get(Source.KPIS).held().job()).isEqualTo("sessions");
        assertThat(fresh.get(Source.INCIDENTS).held().job()).isEqualTo("sessions");
        assertThat(fresh.get(Source.SIGNALS).held().state()).isEqualTo(State.CURRENT);
        assertThat(StatusView.of(memory, NOW).behind())
                .extracting(Freshness::job)
                .containsExactly("sessions");
    }

    @Test
    void where_no_job_reports_that_is_said_and_not_that_all_is_well() {
        Audience.signal(memory, "anna", 1, 3);

        Source.Fresh signals = StatusView.of(memory, NOW).fresh().get(Source.SIGNALS);

        assertThat(signals.asOf()).isEqualTo(NOW - 59_000);
        assertThat(signals.held().state()).isEqualTo(State.UNKNOWN);
        assertThat(StatusView.of(memory, NOW).behind()).isEmpty();
    }

    @Test
    void what_is_shown_is_as_of_the_clock_of_its_job_though_nothing_was_emitted_since() {
        report("alerts", 1, 100, NOW, 140, NOW);

        assertThat(StatusView.of(memory, NOW).fresh().get(Source.INCIDENTS).asOf())
                .isEqualTo(NOW);
    }

    private Freshness fresh(String job, long now) {
        return StatusView.freshness(memory, now).get(job);
    }

    private void report(String job, int checkpoint, long read, long clock, long lag, long at) {
        memory.take(new Health(job, "reading", 0, 1, checkpoint, ledger(read), clock, clock, lag), at);
    }

    private void part(String job, int subtask, int checkpoint, long clock, long lag, long at) {
        memory.take(new Health(job, "reading", subtask, 2, checkpoint, ledger(1), clock, clock, lag), at);
    }

    private static Ledger ledger(long read) {
        return new Ledger(read, read, 0, 0, Map.of());
    }
}
