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
    void anEventWithoutDeliveryTimesIsTakenAsItIs() {
        assertThat(accepted(aPlay().at("09:00"))).isEqualTo(aPlay().at("09:00").build());
    }

    @Test
    void aDifferenceOfExactlyTheToleranceIsNoWrongClock() {
        PlaybackEvent behind = accepted(aSearch().at("09:00").sentAt("10:00").receivedAt("10:05"));
        PlaybackEvent ahead = accepted(aSearch().at("09:00").sentAt("10:05").receivedAt("10:00"));

        assertThat(behind.occurredAt()).isEqualTo(Times.at("09:00"));
        assertThat(behind.clockCorrection()).isZero();
        assertThat(ahead.occurredAt()).isEqualTo(Times.at("09:00"));
    }

    @Test
    void oneMillisecondMoreIsAWrongClock() {
        PlaybackEvent behind = accepted(aSearch().at("09:00").sentAt("10:00").receivedAt("10:05:00.001"));
        PlaybackEvent ahead =
                accepted(aSearch().at("09:00").sentAt("10:05:00.001").receivedAt("10:00"));

        assertThat(behind.occurredAt()).isEqualTo(Times.at("09:05"));
        assertThat(behind.clockCorrection()).isEqualTo(300_000);
        assertThat(ahead.occurredAt()).isEqualTo(Times.at("08:55"));
        assertThat(ahead.clockCorrection()).isEqualTo(-300_000);
    }

    @Test
    void aShiftIsInWholeMinutesAndHalvesGoUp() {
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
    void aShiftMovesEveryTimeOfTheEvent() {
        PlaybackEvent event =
                accepted(aPlay().at("09:00").lasting("3:00").sentAt("10:00").receivedAt("11:00"));

        assertThat(event.occurredAt()).isEqualTo(Times.at("10:03"));
        assertThat(((TrackEnded) event.detail()).startedAt()).isEqualTo(Times.at("10:00"));
        assertThat(((TrackEnded) event.detail()).playedMs()).isEqualTo(180_000);
        assertThat(event.sentAt()).isEqualTo(Times.at("10:00"));
        assertThat(event.receivedAt()).isEqualTo(Times.at("11:00"));
    }

    @Test
    void oneDeliveryTimeAloneCorrectsNothing() {
        assertThat(accepted(aSearch().at("09:00").sentAt("10:00")).occurredAt()).isEqualTo(Times.at("09:00"));
        assertThat(accepted(aSearch().at("09:00").receivedAt("10:00")).occurredAt())
                .isEqualTo(Times.at("09:00"));
    }

    @Test
    void whatHappenedUpToTheToleranceAfterItWasReadIsUsable() {
        assertThat(judged(aSearch().at("12:05"))).isInstanceOf(Verdict.Usable.class);
        assertThat(rejected(aSearch().at("12:05:00.001"))).isEqualTo(RejectionReason.CLOCK_AHEAD);
    }

    @Test
    void whatHappenedUpToTheToleranceAfterItWasReceivedIsUsable() {
        assertThat(judged(aSearch().at("10:05").receivedAt("10:00"))).isInstanceOf(Verdict.Usable.class);
        assertThat(rejected(aSearch().at("10:05:00.001").receivedAt("10:00"))).isEqualTo(RejectionReason.CLOCK_AHEAD);
    }

    @Test
    void whatHappenedUpToTheToleranceAfterItWasAppendedIsUsable() {
        long appended = Times.at("10:00");

        assertThat(intake.judge(aSearch().at("10:05").build(), appended, NOON)).isInstanceOf(Verdict.Usable.class);
        assertThat(intake.judge(aSearch().at("10:05:00.001").build(), appended, NOON))
                .isEqualTo(new Verdict.Rejected(
                        RejectionReason.CLOCK_AHEAD,
                        "The event says it happened 1 ms after the latest moment at which it can have happened."));
    }

    @Test
    void aClockThatIsAheadIsSetRightBeforeItIsJudged() {
        PlaybackEvent event = accepted(aSearch().at("17:00").sentAt("17:30").receivedAt("11:30"));

        assertThat(event.occurredAt()).isEqualTo(Times.at("11:00"));
    }

    @Test
    void aPlayThatStartsAfterItEndsIsRejected() {
        assertThat(judged(aPlay().lasting(-1)))
                .isEqualTo(
                        new Verdict.Rejected(RejectionReason.STARTS_AFTER_END, "The play starts 1 ms after it ends."));
        assertThat(judged(aPlay().lasting("0:00"))).isInstanceOf(Verdict.Usable.class);
    }

    @Test
    void aTimeBefore1970IsNoTime() {
        assertThat(judged(aSearch().at(0))).isInstanceOf(Verdict.Usable.class);
        assertThat(rejected(aSearch().at(-1))).isEqualTo(RejectionReason.NO_TIME);
        assertThat(rejected(aPlay().at(-1).lasting("3:00"))).isEqualTo(RejectionReason.NO_TIME);
        assertThat(rejected(aSearch().sentAt(-1))).isEqualTo(RejectionReason.NO_TIME);
        assertThat(rejected(aSearch().receivedAt(-1))).isEqualTo(RejectionReason.NO_TIME);
    }

    @Test
    void aTimeThatCorrectionMovesBefore1970IsNoTime() {
        assertThat(rejected(aSearch().at(60_000).sentAt("10:06").receivedAt("10:00")))
                .isEqualTo(RejectionReason.NO_TIME);
    }

    @Test
    void withoutListenerOrIdNothingIsUsable() {
        assertThat(rejected(aSearch().by(""))).isEqualTo(RejectionReason.NO_LISTENER);
        assertThat(rejected(aSearch().withId(""))).isEqualTo(RejectionReason.NO_EVENT_ID);
    }

    @Test
    void textsAreOfBoundedLength() {
        assertThat(judged(aSearch().by(LONGEST))).isInstanceOf(Verdict.Usable.class);
        assertThat(judged(aSearch().by(TOO_LONG)))
                .isEqualTo(new Verdict.Rejected(
                        RejectionReason.TOO_LONG, "The listener's id is longer than 256 characters."));
    }

    @Test
    void everyTextIsOfBoundedLength() {
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
    void aToleranceIsNotNegative() {
        assertThatThrownBy(() -> new Intake(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("clockToleranceMs must not be negative, but is -1");
    }
}
