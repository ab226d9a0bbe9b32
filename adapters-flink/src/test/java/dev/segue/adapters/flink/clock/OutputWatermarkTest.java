package dev.segue.adapters.flink.clock;

import static dev.segue.domain.fixture.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.clock.Clocks;
import org.junit.jupiter.api.Test;

class OutputWatermarkTest {

    private final OutputWatermark watermark = new OutputWatermark(Clocks.NOT_STARTED);

    @Test
    void is_the_acceptance_clock_at_the_last_complete_checkpoint() {
        watermark.begun(1, at("09:00"));
        assertThat(watermark.time()).isEqualTo(Clocks.NOT_STARTED);

        watermark.completed(1);
        watermark.begun(2, at("09:10"));
        assertThat(watermark.time()).isEqualTo(at("09:00"));

        watermark.completed(2);
        assertThat(watermark.time()).isEqualTo(at("09:10"));
    }

    @Test
    void a_checkpoint_that_is_never_complete_does_not_count() {
        watermark.begun(1, at("09:00"));
        watermark.begun(2, at("09:10"));
        watermark.begun(3, at("09:20"));
        watermark.completed(2);

        assertThat(watermark.time()).isEqualTo(at("09:10"));
    }

    @Test
    void continues_from_what_was_restored() {
        OutputWatermark restored = new OutputWatermark(at("09:00"));
        assertThat(restored.time()).isEqualTo(at("09:00"));

        restored.begun(7, at("08:59"));
        restored.completed(7);
        assertThat(restored.time()).isEqualTo(at("09:00"));
    }

    @Test
    void a_checkpoint_of_before_a_restart_is_not_known() {
        watermark.completed(6);

        assertThat(watermark.time()).isEqualTo(Clocks.NOT_STARTED);
    }

    @Test
    void resumed_after_the_end_it_begins_anew() {
        assertThat(new OutputWatermark(Clocks.ENDED).time()).isEqualTo(Clocks.NOT_STARTED);
    }

    /** Not all subtasks may have written their last results. */
    @Test
    void the_end_is_no_watermark() {
        watermark.begun(1, at("09:00"));
        watermark.completed(1);
        watermark.begun(2, Clocks.ENDED);
        watermark.completed(2);

        assertThat(watermark.time()).isEqualTo(at("09:00"));
    }
}
