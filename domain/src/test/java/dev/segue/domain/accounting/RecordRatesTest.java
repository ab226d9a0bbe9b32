package dev.segue.domain.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.accounting.RecordRates.Rate;
import dev.segue.domain.playback.RejectionReason;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordRatesTest {

    private static final long MINUTE = 60_000;
    private static final long SILENCE = 2 * MINUTE;

    private final RecordRates rates = new RecordRates();

    @Test
    void nothing_is_known_before_a_whole_minute_lies_between_reports() {
        assertThat(rates.rates()).isEmpty();
        reportAt(100 * MINUTE + 30_000, 0);
        assertThat(rates.rates()).isEmpty();
        reportAt(101 * MINUTE + 59_999, 90);
        assertThat(rates.rates()).isEmpty();
        assertThat(rates.firstMinute()).isZero();
    }

    @Test
    void records_are_spread_over_the_time_between_reports() {
        reportAt(100 * MINUTE + 30_000, 1_000);
        reportAt(101 * MINUTE + 30_000, 1_060);
        reportAt(102 * MINUTE + 30_000, 1_180);

        assertThat(rates.firstMinute()).isEqualTo(101);
        assertThat(rates.rates()).containsExactly(new Rate(90, 90, 0, 0, 0));
    }

    @Test
    void the_minute_that_is_not_over_is_left_out() {
        reportAt(100 * MINUTE, 0);
        reportAt(101 * MINUTE, 60);
        reportAt(101 * MINUTE + 10_000, 70);

        assertThat(rates.rates()).containsExactly(new Rate(60, 60, 0, 0, 0));
    }

    @Test
    void every_fate_has_a_rate() {
        rates.take(new Ledger(10, 5, 2, 1, Map.of(RejectionReason.NO_TIME, 2L)), 100 * MINUTE, SILENCE);
        rates.take(
                new Ledger(30, 15, 7, 3, Map.of(RejectionReason.NO_TIME, 3L, RejectionReason.TOO_LONG, 2L)),
                101 * MINUTE,
                SILENCE);

        assertThat(rates.rates()).containsExactly(new Rate(20, 10, 5, 2, 3));
    }

    @Test
    void a_time_without_reports_is_not_known() {
        reportAt(100 * MINUTE, 0);
        reportAt(101 * MINUTE, 60);
        reportAt(104 * MINUTE, 9_000);
        reportAt(105 * MINUTE, 9_030);

        assertThat(rates.firstMinute()).isEqualTo(100);
        assertThat(rates.rates())
                .containsExactly(new Rate(60, 60, 0, 0, 0), null, null, null, new Rate(30, 30, 0, 0, 0));
    }

    @Test
    void a_job_that_starts_over_is_not_a_negative_rate() {
        reportAt(100 * MINUTE, 5_000);
        reportAt(101 * MINUTE, 20);
        reportAt(102 * MINUTE, 50);

        assertThat(rates.firstMinute()).isEqualTo(101);
        assertThat(rates.rates()).containsExactly(new Rate(30, 30, 0, 0, 0));
    }

    @Test
    void a_report_that_is_not_newer_is_ignored() {
        reportAt(100 * MINUTE, 0);
        reportAt(101 * MINUTE, 60);
        reportAt(101 * MINUTE, 5_000);
        reportAt(101 * MINUTE - 1, 5_000);
        reportAt(102 * MINUTE, 120);

        assertThat(rates.rates()).containsExactly(new Rate(60, 60, 0, 0, 0), new Rate(60, 60, 0, 0, 0));
    }

    @Test
    void a_time_that_cannot_be_right_does_not_stop_it() {
        reportAt(100 * MINUTE, 0);
        reportAt(Long.MAX_VALUE, 10);
        reportAt(-1, 10);
        reportAt(101 * MINUTE, 60);
        reportAt(102 * MINUTE, 90);

        assertThat(rates.rates()).containsExactly(new Rate(30, 30, 0, 0, 0));
    }

    @Test
    void what_is_read_again_is_not_counted_again() {
        reportAt(100 * MINUTE, 0);
        reportAt(101 * MINUTE, 60);
        reportAt(90 * MINUTE, 0);
        reportAt(91 * MINUTE, 30);
        reportAt(100 * MINUTE, 30);
        reportAt(101 * MINUTE, 60);
        reportAt(102 * MINUTE, 90);

        assertThat(rates.rates()).containsExactly(new Rate(60, 60, 0, 0, 0), new Rate(30, 30, 0, 0, 0));
    }

    @Test
    void only_the_last_minutes_are_kept() {
        for (int minute = 100; minute <= 100 + 2 * RecordRates.MINUTES; minute++) {
            reportAt(minute * MINUTE, minute * 60L);
        }

        assertThat(rates.rates()).hasSize(RecordRates.MINUTES).containsOnly(new Rate(60, 60, 0, 0, 0));
        assertThat(rates.firstMinute()).isEqualTo(100 + RecordRates.MINUTES);
    }

    private void reportAt(long at, long read) {
        rates.take(new Ledger(read, read, 0, 0, Map.of()), at, SILENCE);
    }
}
