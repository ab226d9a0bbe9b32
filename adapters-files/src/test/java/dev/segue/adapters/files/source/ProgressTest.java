package dev.segue.adapters.files.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.segue.adapters.files.source.Progress.Step;
import org.junit.jupiter.api.Test;

/** The progress that a running replay reports. */
class ProgressTest {

    private static final double ABOUT = 1e-9;

    @Test
    void when_all_is_read_and_sorted_most_of_the_rest_is_still_to_come() {
        Progress progress = Progress.whenSorted(1_000);
        assertThat(progress.share()).isZero();

        read(progress, 1_000, 100);

        assertThat(progress.share()).isCloseTo(0.55, within(ABOUT));
        progress.found(50);
        assertThat(progress.share()).isCloseTo(0.75, within(ABOUT));
        progress.allFound();
        assertThat(progress.share()).isCloseTo(0.95, within(ABOUT));
        progress.written(1, 2);
        assertThat(progress.share()).isCloseTo(0.975, within(ABOUT));
    }

    @Test
    void a_stream_finds_sessions_while_it_reads() {
        Progress progress = Progress.whenStreamed(1_000);

        read(progress, 500, 100);
        progress.found(80);
        assertThat(progress.share()).isCloseTo(0.45, within(ABOUT));
        read(progress, 500, 100);
        assertThat(progress.share()).isCloseTo(0.9, within(ABOUT));
    }

    @Test
    void it_is_not_done_before_the_report_is() {
        Progress progress = Progress.whenSorted(1_000);
        read(progress, 2_000, 10);
        progress.found(20);
        progress.allFound();
        progress.written(7, 7);
        assertThat(progress.share()).isLessThan(1);

        progress.done();

        assertThat(progress.share()).isEqualTo(1);
    }

    @Test
    void it_never_goes_back() {
        Progress progress = Progress.whenSorted(1_000);
        double before = 0;
        for (int i = 0; i < 100; i++) {
            read(progress, 10, 1);
            assertThat(progress.share()).isGreaterThanOrEqualTo(before);
            before = progress.share();
        }
        for (int i = 0; i < 30; i++) {
            progress.found(3);
            assertThat(progress.share()).isGreaterThanOrEqualTo(before);
            before = progress.share();
        }
        progress.allFound();
        assertThat(progress.share()).isGreaterThanOrEqualTo(before);
    }

    @Test
    void files_that_hold_nothing_are_no_half_of_the_work() {
        Progress progress = Progress.whenSorted(0);

        assertThat(progress.share()).isZero();
        progress.allFound();
        progress.written(0, 0);
        assertThat(progress.share()).isLessThan(1);
    }

    @Test
    void it_says_what_is_being_done() {
        Progress progress = Progress.whenSorted(1_000);
        assertThat(progress.step()).isEqualTo(Step.READING);
        read(progress, 1_000, 10);
        assertThat(progress.step()).as("sorting counts as reading").isEqualTo(Step.READING);
        progress.found(1);
        assertThat(progress.step()).isEqualTo(Step.FINDING);
        progress.allFound();
        assertThat(progress.step()).isEqualTo(Step.WRITING);
    }

    private static void read(Progress progress, long bytes, int events) {
        progress.moreBytes(bytes);
        for (int i = 0; i < events; i++) {
            progress.oneMoreRow(true);
        }
    }
}
