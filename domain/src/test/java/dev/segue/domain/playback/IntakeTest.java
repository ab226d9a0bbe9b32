package dev.segue.domain.playback;

import static dev.segue.domain.fixture.Events.aPause;
import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Events.aSearch;
import static dev.segue.domain.fixture.Events.aStart;
import static dev.segue.domain.fixture.Events.anAd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.domain.fixture.EventBuilder;
import dev.segue.domain.fixture.Times;
import dev.segue.domain.playback.Detail.TrackEnded;
import org.junit.jupiter.api.Test;

class IntakeTest {

    private static final long NOON = Times.at("12:00");
    private static final String LONGEST = "x".repeat(Intake.LONGEST_TEXT);
    private static final String TOO_LONG = LONGEST + "x";

    private final Intake intake = Intake.DEFAULT;

    private Verdict judged(EventBuilder<?> event) {
        return intake.judge(event.build(), Intake.NOT_APPENDED, NOON);
    }

    private PlaybackEvent accepted(EventBuilder<?> event) {
        return ((Verdict.Usable) judged(event)).event();
    }

    private RejectionReason rejected(EventBuilder<?> event) {
        return ((Verdict.Rejected) judged(event)).reason();
    }

    @Test
    void an_event_without_delivery_times_is_taken_as_it_is() {
        assertThat(accepted(aPlay().at("09:00"))).isEqualTo(aPlay().at("09:00").build());
    }

    @Test
    void a_difference_of_exactly_the_tolerance_is_no_wrong_clock() {
        PlaybackEvent behind = accepted(aSearch().at("09:00").sentAt("10:00").receivedAt("10:05"));
        PlaybackEvent ahead = accepted(aSearch().at("09:00").sentAt("10:05").receivedAt("10:00"));

        assertThat(behind.occurredAt()).isEqualTo(Times.at("09:00"));
        assertThat(behind.clockCorrection()).isZero();
        assertThat(ahead.occurredAt()).isEqualTo(Times.at("09:00"));
    }

    @Test
    void one_millisecond_more_is_a_wrong_clock() {
        PlaybackEvent behind = accepted(aSearch().at("09:00").sentAt("10:00").receivedAt("10:05:00.001"));
        PlaybackEvent ahead =
                accepted(aSearch().at("09:00").sentAt("10:05:00.001").receivedAt("10:00"));

        assertThat(behind.occurredAt()).isEqualTo(Times.at("09:05"));
        assertThat(behind.clockCorrection()).isEqualTo(300_000);
        assertThat(ahead.occurredAt()).isEqualTo(Times.at("08:55"));
        assertThat(ahead.clockCorrection()).isEqualTo(-300_000);
    }

    @Test
    void a_correction_is_in_whole_minutes_and_halves_go_up() {
        assertThat(accepted(aSearch().sentAt("10:00").receivedAt("10:07:29.999"))
                        .clockCorrection())
                .isEqualTo(7 * 60_000);
        assertThat(accepted(aSearch().sentAt("10:00").receivedAt("10:07:30")).clockCorrection())
                .isEqualTo(8 * 60_000);
        assertThat(accepted(aSearch().sentAt("10:07:30").receivedAt("10:00")).clockCorrection())
                .isEqualTo(-7 * 60_000);
        assertThat(accepted(aSearch().sentAt("10:07:30.001").receivedAt("10:00"))
                        .clockCorrection())
                .isEqualTo(-8 * 60_000);
    }

    @Test
    void a_correction_moves_every_time_of_the_event() {
        PlaybackEvent event =
                accepted(aPlay().at("09:00").lasting("3:00").sentAt("10:00").receivedAt("11:00"));

        assertThat(event.occurredAt()).isEqualTo(Times.at("10:03"));
        assertThat(((TrackEnded) event.detail()).startedAt()).isEqualTo(Times.at("10:00"));
        assertThat(((TrackEnded) event.detail()).playedMs()).isEqualTo(180_000);
        assertThat(event.sentAt()).isEqualTo(Times.at("10:00"));
        assertThat(event.receivedAt()).isEqualTo(Times.at("11:00"));
    }

    @Test
    void one_delivery_time_alone_corrects_nothing() {
        assertThat(accepted(aSearch().at("09:00").sentAt("10:00")).occurredAt()).isEqualTo(Times.at("09:00"));
        assertThat(accepted(aSearch().at("09:00").receivedAt("10:00")).occurredAt())
                .isEqualTo(Times.at("09:00"));
    }

    @Test
    void what_happened_up_to_the_tolerance_after_it_was_read_is_usable() {
        assertThat(judged(aSearch().at("12:05"))).isInstanceOf(Verdict.Usable.class);
        assertThat(rejected(aSearch().at("12:05:00.001"))).isEqualTo(RejectionReason.CLOCK_AHEAD);
    }

    @Test
    void what_happened_up_to_the_tolerance_after_it_was_received_is_usable() {
        assertThat(judged(aSearch().at("10:05").receivedAt("10:00"))).isInstanceOf(Verdict.Usable.class);
        assertThat(rejected(aSearch().at("10:05:00.001").receivedAt("10:00"))).isEqualTo(RejectionReason.CLOCK_AHEAD);
    }

    @Test
    void what_happened_up_to_the_tolerance_after_it_was_appended_is_usable() {
        long appended = Times.at("10:00");

        assertThat(intake.judge(aSearch().at("10:05").build(), appended, NOON)).isInstanceOf(Verdict.Usable.class);
        assertThat(intake.judge(aSearch().at("10:05:00.001").build(), appended, NOON))
                .isEqualTo(new Verdict.Rejected(
                        RejectionReason.CLOCK_AHEAD,
                        "The event says it happened 1 ms after the latest possible time."));
    }

    @Test
    void a_clock_that_is_ahead_is_corrected_before_it_is_judged() {
        PlaybackEvent event = accepted(aSearch().at("17:00").sentAt("17:30").receivedAt("11:30"));

        assertThat(event.occurredAt()).isEqualTo(Times.at("11:00"));
    }

    @Test
    void a_play_that_starts_after_it_ends_is_rejected() {
        assertThat(judged(aPlay().lasting(-1)))
                .isEqualTo(
                        new Verdict.Rejected(RejectionReason.STARTS_AFTER_END, "The play starts 1 ms after it ends."));
        assertThat(judged(aPlay().lasting("0:00"))).isInstanceOf(Verdict.Usable.class);
    }

    @Test
    void a_time_before_1970_is_no_time() {
        assertThat(judged(aSearch().at(0))).isInstanceOf(Verdict.Usable.class);
        assertThat(rejected(aSearch().at(-1))).isEqualTo(RejectionReason.NO_TIME);
        assertThat(rejected(aPlay().at(-1).lasting("3:00"))).isEqualTo(RejectionReason.NO_TIME);
        assertThat(rejected(aSearch().sentAt(-1))).isEqualTo(RejectionReason.NO_TIME);
        assertThat(rejected(aSearch().receivedAt(-1))).isEqualTo(RejectionReason.NO_TIME);
    }

    @Test
    void a_time_that_correction_moves_before_1970_is_no_time() {
        assertThat(rejected(aSearch().at(60_000).sentAt("10:06").receivedAt("10:00")))
                .isEqualTo(RejectionReason.NO_TIME);
    }

    @Test
    void without_listener_or_id_nothing_is_usable() {
        assertThat(rejected(aSearch().by(""))).isEqualTo(RejectionReason.NO_LISTENER);
        assertThat(rejected(aSearch().withId(""))).isEqualTo(RejectionReason.NO_EVENT_ID);
    }

    @Test
    void texts_are_of_bounded_length() {
        assertThat(judged(aSearch().by(LONGEST))).isInstanceOf(Verdict.Usable.class);
        assertThat(judged(aSearch().by(TOO_LONG)))
                .isEqualTo(new Verdict.Rejected(
                        RejectionReason.TOO_LONG, "The listener's id is longer than 256 characters."));
    }

    @Test
    void every_text_is_of_bounded_length() {
        PlayContext longId = new PlayContext(PlayContext.Type.PLAYLIST, TOO_LONG, null);

        assertThat(rejected(aSearch().withId(TOO_LONG))).isEqualTo(RejectionReason.TOO_LONG);
        assertThat(rejected(aSearch().on(TOO_LONG))).isEqualTo(RejectionReason.TOO_LONG);
        assertThat(rejected(aSearch().inCountry(TOO_LONG))).isEqualTo(RejectionReason.TOO_LONG);
        assertThat(rejected(aSearch().inTimeZone(TOO_LONG))).isEqualTo(RejectionReason.TOO_LONG);
        assertThat(rejected(aPlay().withPlayId(TOO_LONG))).isEqualTo(RejectionReason.TOO_LONG);
        assertThat(rejected(aPause().withPlayId(TOO_LONG))).isEqualTo(RejectionReason.TOO_LONG);
        assertThat(rejected(aPlay().of(TOO_LONG))).isEqualTo(RejectionReason.TOO_LONG);
        assertThat(rejected(aStart().of(TOO_LONG))).isEqualTo(RejectionReason.TOO_LONG);
        assertThat(rejected(aPlay().startedBy(TOO_LONG))).isEqualTo(RejectionReason.TOO_LONG);
        assertThat(rejected(aPlay().from(longId))).isEqualTo(RejectionReason.TOO_LONG);
        assertThat(rejected(aStart().from(longId))).isEqualTo(RejectionReason.TOO_LONG);
        assertThat(rejected(aPlay().fromPlaylist("weekly", TOO_LONG))).isEqualTo(RejectionReason.TOO_LONG);
        assertThat(rejected(aSearch().withSearchId(TOO_LONG))).isEqualTo(RejectionReason.TOO_LONG);
        assertThat(rejected(anAd().of(TOO_LONG))).isEqualTo(RejectionReason.TOO_LONG);
    }

    @Test
    void a_tolerance_is_not_negative() {
        assertThatThrownBy(() -> new Intake(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("clockToleranceMs must not be negative, but is -1");
    }
}
