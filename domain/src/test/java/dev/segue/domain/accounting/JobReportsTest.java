package dev.segue.domain.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.clock.Clocks;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobReportsTest {

    private final JobReports job = new JobReports();

    @Test
    void adds_up_what_all_subtasks_report_of_a_checkpoint() {
        job.take(intake(0, 2, 7, 10));
        job.take(intake(1, 2, 7, 5));
        assertThat(job.complete()).isEmpty();

        job.take(sessions(0, 1, 7, 15));
        assertThat(job.complete().orElseThrow().ledger()).isEqualTo(new Ledger(15, 15, 0, 0, Map.of()));
    }

    @Test
    void keeps_the_last_complete_checkpoint_until_the_next_is_complete() {
        checkpoint(7, 10);
        job.take(intake(0, 1, 8, 20));
        assertThat(job.complete().orElseThrow().ledger().read()).isEqualTo(10);

        job.take(sessions(0, 1, 8, 20));
        assertThat(job.complete().orElseThrow().ledger().read()).isEqualTo(20);
    }

    @Test
    void never_adds_up_an_aborted_checkpoint() {
        checkpoint(7, 10);
        job.take(intake(0, 1, 8, 20));
        job.take(intake(0, 1, 9, 30));
        job.take(sessions(0, 1, 9, 30));

        assertThat(job.complete().orElseThrow().ledger()).isEqualTo(new Ledger(30, 30, 0, 0, Map.of()));
    }

    @Test
    void counts_the_subtasks_that_there_are_after_rescaling() {
        job.take(intake(0, 3, 7, 1));
        job.take(intake(1, 3, 7, 1));
        job.take(intake(2, 3, 7, 1));
        job.take(sessions(0, 1, 7, 3));

        job.take(intake(0, 1, 8, 9));
        job.take(sessions(0, 2, 8, 5));
        assertThat(job.complete().orElseThrow().ledger().read()).isEqualTo(3);

        job.take(sessions(1, 2, 8, 4));
        assertThat(job.complete().orElseThrow().ledger()).isEqualTo(new Ledger(9, 9, 0, 0, Map.of()));
    }

    @Test
    void shows_a_ledger_that_does_not_balance_once_a_second_checkpoint_confirms_which_stages_there_are() {
        job.take(intake(0, 1, 7, 10));
        assertThat(job.complete()).isEmpty();

        job.take(sessions(0, 1, 7, 9));
        job.take(intake(0, 1, 8, 20));
        job.take(sessions(0, 1, 8, 19));
        assertThat(job.complete().orElseThrow().ledger()).isEqualTo(new Ledger(20, 19, 0, 0, Map.of()));
    }

    @Test
    void a_job_that_starts_again_without_its_state_counts_checkpoints_from_one() {
        checkpoint(7, 10);
        job.take(intake(0, 1, 8, 20));

        checkpoint(1, 4);
        assertThat(job.complete().orElseThrow().ledger().read()).isEqualTo(4);
    }

    @Test
    void forgets_a_stage_that_the_job_no_longer_has() {
        job.take(new Health("sessions", "former", 0, 1, 7, Ledger.EMPTY, 0, 0, -1));
        for (int number = 8; number < 40; number++) {
            checkpoint(number, number);
        }

        assertThat(job.complete().orElseThrow().ledger().read()).isEqualTo(39);
    }

    @Test
    void takes_the_clocks_and_the_lag_of_the_subtask_that_is_furthest_behind() {
        job.take(new Health("sessions", "read", 0, 2, 7, Ledger.EMPTY, 90, 95, 3));
        job.take(new Health("sessions", "read", 1, 2, 7, Ledger.EMPTY, 80, 99, -1));
        job.take(new Health("sessions", "count", 0, 1, 7, Ledger.EMPTY, Clocks.NOT_STARTED, Clocks.NOT_STARTED, 5));

        assertThat(job.complete()).contains(new JobHealth(Ledger.EMPTY, 80, 95, 5));
    }

    private void checkpoint(long number, long events) {
        job.take(intake(0, 1, number, events));
        job.take(sessions(0, 1, number, events));
    }

    private static Health intake(int subtask, int parallelism, long checkpoint, long read) {
        return new Health(
                "sessions", "intake", subtask, parallelism, checkpoint, new Ledger(read, 0, 0, 0, Map.of()), 0, 0, -1);
    }

    private static Health sessions(int subtask, int parallelism, long checkpoint, long accepted) {
        return new Health(
                "sessions",
                "sessions",
                subtask,
                parallelism,
                checkpoint,
                new Ledger(0, accepted, 0, 0, Map.of()),
                0,
                0,
                -1);
    }
}
