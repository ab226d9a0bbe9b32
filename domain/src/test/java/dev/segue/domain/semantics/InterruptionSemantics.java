package dev.segue.domain.semantics;

import static dev.segue.domain.fixture.Events.aPause;
import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Events.aResume;
import static dev.segue.domain.fixture.Events.aSearch;
import static dev.segue.domain.fixture.Events.anAd;
import static dev.segue.domain.fixture.Events.spokenContent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.fixture.EventBuilder;
import dev.segue.domain.listening.Interruptions;
import dev.segue.domain.playback.PauseCause;
import org.junit.jupiter.api.Test;

/** An interruption is a maximal silent interval that lasts long enough, or that a pause or a stall began. */
interface InterruptionSemantics extends CurrentSessions {

    private Interruptions interruptionsOf(EventBuilder<?>... events) {
        return sessionOf(events).interruptions();
    }

    private static Interruptions paused(int count, long totalMs) {
        return new Interruptions(count, 0, 0, totalMs);
    }

    private static Interruptions stalled(int count, long totalMs) {
        return new Interruptions(0, count, 0, totalMs);
    }

    private static Interruptions silent(int count, long totalMs) {
        return new Interruptions(0, 0, count, totalMs);
    }

    @Test
    default void a_short_silence_is_none() {
        assertThat(interruptionsOf(aPlay().at("09:00").until("09:03"), aPlay().at("09:03:59.999")))
                .isEqualTo(Interruptions.NONE);
    }

    @Test
    default void a_silence_of_a_minute_is_one() {
        assertThat(interruptionsOf(aPlay().at("09:00").until("09:03"), aPlay().at("09:04")))
                .isEqualTo(silent(1, 60_000));
    }

    @Test
    default void a_pause_makes_any_silence_one() {
        assertThat(interruptionsOf(
                        aPlay().at("09:00").until("09:03").sounding("2:55"),
                        aPause().at("09:01"),
                        aResume().at("09:01:05")))
                .isEqualTo(paused(1, 5_000));
    }

    @Test
    default void a_stall_is_emitted_apart() {
        assertThat(interruptionsOf(
                        aPlay().at("09:00").until("09:03").sounding("2:55"),
                        aPause().at("09:01").because(PauseCause.STALL),
                        aResume().at("09:01:05")))
                .isEqualTo(stalled(1, 5_000));
    }

    @Test
    default void every_other_cause_is_a_pause() {
        for (PauseCause cause : new PauseCause[] {PauseCause.LISTENER, PauseCause.SYSTEM, PauseCause.UNKNOWN}) {
            assertThat(interruptionsOf(
                            aPlay().at("09:00").until("09:03").sounding("2:55"),
                            aPause().at("09:01").because(cause),
                            aResume().at("09:01:05")))
                    .as("%s", cause)
                    .isEqualTo(paused(1, 5_000));
        }
    }

    @Test
    default void the_earliest_pause_is_the_cause() {
        assertThat(interruptionsOf(
                        aPlay().at("09:00").until("09:03").sounding("2:55"),
                        aPause().at("09:01:02").because(PauseCause.LISTENER),
                        aPause().at("09:01").because(PauseCause.STALL),
                        aResume().at("09:01:05")))
                .isEqualTo(stalled(1, 5_000));
    }

    @Test
    default void of_pauses_at_one_moment_the_event_id_decides() {
        assertThat(interruptionsOf(
                        aPlay().at("09:00").until("09:03").sounding("2:55"),
                        aPause().withId("b").at("09:01").because(PauseCause.STALL),
                        aPause().withId("a").at("09:01").because(PauseCause.LISTENER),
                        aResume().at("09:01:05")))
                .isEqualTo(paused(1, 5_000));
    }

    @Test
    default void a_pause_at_the_end_of_a_play_begins_the_silence_after_it() {
        assertThat(interruptionsOf(aPlay().at("09:00").until("09:03"), aPause().at("09:03"), aPlay().at("09:03:10")))
                .isEqualTo(paused(1, 10_000));
    }

    @Test
    default void a_pause_where_the_silence_ends_is_not_its_cause() {
        assertThat(interruptionsOf(
                        aPlay().at("09:00").until("09:03"),
                        aPlay().at("09:03:10"),
                        aPause().at("09:03:10").on("laptop")))
                .isEqualTo(Interruptions.NONE);
    }

    @Test
    default void without_its_pauses_a_play_sounded_at_its_end() {
        assertThat(interruptionsOf(aPlay().at("09:00").until("09:05").sounding("2:00")))
                .isEqualTo(silent(1, 180_000));
    }

    @Test
    default void a_pause_without_a_resume_leaves_the_rest_to_the_end() {
        assertThat(interruptionsOf(aPlay().at("09:00").until("09:05").sounding("2:00"), aPause().at("09:01:30")))
                .isEqualTo(paused(1, 180_000));
    }

    @Test
    default void a_resume_without_a_pause_leaves_silence_before_it() {
        assertThat(interruptionsOf(
                        aPlay().at("09:00").until("09:05").sounding("2:00"),
                        aResume().at("09:04")))
                .isEqualTo(silent(1, 240_000));
    }

    @Test
    default void never_while_another_device_sounds() {
        assertThat(interruptionsOf(
                        aPlay().at("09:00").until("09:05").on("laptop"),
                        aPlay().at("09:00").until("09:03").sounding("1:30").on("phone"),
                        aPause().at("09:01").on("phone"),
                        aResume().at("09:02:30").on("phone")))
                .isEqualTo(Interruptions.NONE);
    }

    @Test
    default void overlapping_ones_count_once() {
        assertThat(interruptionsOf(
                        aPlay().at("09:00").until("09:03").sounding("2:00").on("phone"),
                        aPause().at("09:01").on("phone"),
                        aResume().at("09:02").on("phone"),
                        aPlay().at("09:00").until("09:03").sounding("2:00").on("laptop"),
                        aPause().at("09:01:30").on("laptop"),
                        aResume().at("09:02:30").on("laptop")))
                .isEqualTo(paused(1, 30_000));
    }

    @Test
    default void never_while_spoken_content_sounds() {
        assertThat(interruptionsOf(
                        aPlay().at("09:00").until("09:03"),
                        spokenContent().at("09:03").until("09:08"),
                        aPlay().at("09:08").until("09:11")))
                .isEqualTo(Interruptions.NONE);
    }

    @Test
    default void ads_are_silence() {
        assertThat(interruptionsOf(
                        aPlay().at("09:00").until("09:03"),
                        anAd().at("09:03:30").sounding("0:30"),
                        anAd().at("09:04").sounding("0:30"),
                        aPlay().at("09:04").until("09:07")))
                .isEqualTo(silent(1, 60_000));
    }

    @Test
    default void silence_at_both_ends_of_a_session_counts() {
        assertThat(interruptionsOf(
                        aSearch().at("09:00"),
                        aPlay().at("09:02").until("09:05"),
                        aSearch().at("09:08")))
                .isEqualTo(silent(2, 300_000));
    }

    @Test
    default void a_play_that_did_not_sound_does_not_end_a_silence() {
        assertThat(interruptionsOf(
                        aPlay().at("09:00").until("09:03"),
                        aPlay().at("09:03").until("09:03:40").sounding("0:00"),
                        aPlay().at("09:04").until("09:07")))
                .isEqualTo(silent(1, 60_000));
    }

    @Test
    default void a_session_of_one_moment_has_none() {
        assertThat(interruptionsOf(aPause().at("09:00"))).isEqualTo(Interruptions.NONE);
    }

    @Test
    default void a_session_that_only_ends_with_a_pause_has_none() {
        assertThat(interruptionsOf(aPlay().at("09:00").until("09:03"), aPause().at("09:03")))
                .isEqualTo(Interruptions.NONE);
    }
}
