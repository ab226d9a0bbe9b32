package dev.segue.domain.semantics;

import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Events.aSearch;
import static dev.segue.domain.fixture.Events.spokenContent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.catalogue.TrackFacts;
import dev.segue.domain.fixture.EventBuilder;
import dev.segue.domain.listening.Mood;
import dev.segue.domain.listening.Mood.Quadrant;
import org.junit.jupiter.api.Test;

/**
 * The mood of the music, weighted by played time and halved for every ten minutes of listening since. So a play of ten
 * minutes has a weight of exactly one.
 */
interface MoodSemantics extends CurrentSessions {

    private Mood moodOf(EventBuilder<?>... events) {
        return sessionOf(events).mood();
    }

    private static Mood unknown(int confidence) {
        return new Mood(Quadrant.UNKNOWN, 0, 0, confidence);
    }

    @Test
    default void one_play_gives_its_own_mood() {
        assertThat(moodOf(aPlay().lasting("10:00").feeling(800, 300)))
                .isEqualTo(new Mood(Quadrant.CALM, 800, 300, 1000));
    }

    @Test
    default void the_middle_belongs_to_the_high_half() {
        assertThat(moodOf(aPlay().lasting("10:00").feeling(500, 500)))
                .isEqualTo(new Mood(Quadrant.HAPPY, 500, 500, 1000));
        assertThat(moodOf(aPlay().lasting("10:00").feeling(499, 500)))
                .isEqualTo(new Mood(Quadrant.ENERGETIC, 499, 500, 1000));
        assertThat(moodOf(aPlay().lasting("10:00").feeling(500, 499)))
                .isEqualTo(new Mood(Quadrant.CALM, 500, 499, 1000));
        assertThat(moodOf(aPlay().lasting("10:00").feeling(499, 499)))
                .isEqualTo(new Mood(Quadrant.SAD, 499, 499, 1000));
    }

    @Test
    default void a_play_weighs_half_after_a_half_life_of_listening() {
        // (0.5 * 200 + 1 * 800) / 1.5
        assertThat(moodOf(
                        aPlay().at("09:00").lasting("10:00").feeling(200, 200),
                        aPlay().at("09:10").lasting("10:00").feeling(800, 800)))
                .isEqualTo(new Mood(Quadrant.HAPPY, 600, 600, 1000));
    }

    @Test
    default void age_is_listening_not_time() {
        assertThat(moodOf(
                        aPlay().at("09:00").lasting("10:00").feeling(200, 200),
                        aPlay().at("09:25").lasting("10:00").feeling(800, 800)))
                .isEqualTo(new Mood(Quadrant.HAPPY, 600, 600, 1000));
    }

    @Test
    default void decay_is_fixed_point() {
        // The first has 2 * 2^-0.5 = 1.414214 times the second's weight: 1000 * 1.414214 / 2.414214 = 585.79.
        assertThat(moodOf(
                        aPlay().at("09:00").lasting("10:00").feeling(1000, 0),
                        aPlay().at("09:10").lasting("5:00").feeling(0, 1000)))
                .isEqualTo(new Mood(Quadrant.CALM, 586, 414, 1000));
    }

    @Test
    default void halves_are_rounded_up() {
        // Twenty minutes at half weight beside ten minutes at full weight: 500.5 and 499.5.
        assertThat(moodOf(
                        aPlay().at("09:00").lasting("20:00").feeling(501, 500),
                        aPlay().at("09:20").lasting("10:00").feeling(500, 499)))
                .isEqualTo(new Mood(Quadrant.HAPPY, 501, 500, 1000));
    }

    @Test
    default void skips_weigh_nothing_but_age_what_came_before() {
        // A weight of a half is known, where one is enough.
        assertThat(moodOf(
                        aPlay().at("09:00").lasting("10:00").feeling(200, 200),
                        aPlay().at("09:10").lasting("10:00").feeling(800, 800).skipped()))
                .isEqualTo(new Mood(Quadrant.SAD, 200, 200, 500));
    }

    @Test
    default void what_is_not_known_lowers_confidence() {
        // A weight of one is known, of one and a half.
        assertThat(moodOf(
                        aPlay().at("09:00").lasting("10:00"),
                        aPlay().at("09:10").lasting("10:00").feeling(800, 300)))
                .isEqualTo(new Mood(Quadrant.CALM, 800, 300, 666));
    }

    @Test
    default void one_known_axis_is_not_enough() {
        assertThat(moodOf(aPlay().lasting("10:00").knowing(new TrackFacts(0, (short) 800, TrackFacts.NOT_KNOWN))))
                .isEqualTo(unknown(0));
    }

    @Test
    default void one_minute_is_just_enough() {
        assertThat(moodOf(aPlay().lasting("1:00").feeling(800, 300))).isEqualTo(new Mood(Quadrant.CALM, 800, 300, 100));
        assertThat(moodOf(aPlay().lasting("0:59.999").feeling(800, 300))).isEqualTo(unknown(99));
    }

    @Test
    default void spoken_content_has_no_mood_and_ages_nothing() {
        assertThat(moodOf(
                        aPlay().at("09:00").lasting("10:00").feeling(800, 300),
                        spokenContent().at("09:10").lasting("30:00").feeling(0, 0)))
                .isEqualTo(new Mood(Quadrant.CALM, 800, 300, 1000));
    }

    @Test
    default void without_plays_nothing_is_known() {
        assertThat(moodOf(aSearch())).isEqualTo(unknown(0));
    }

    @Test
    default void later_means_later_in_play_order() {
        // The laptop's play starts later, though it ends first.
        assertThat(moodOf(
                        aPlay().at("09:00")
                                .until("09:20")
                                .sounding("10:00")
                                .on("phone")
                                .feeling(200, 200),
                        aPlay().at("09:01").until("09:11").on("laptop").feeling(800, 800)))
                .isEqualTo(new Mood(Quadrant.HAPPY, 600, 600, 1000));
    }
}
