package dev.segue.domain.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.fixture.Times;
import dev.segue.domain.kpi.LastImage.Aged;
import dev.segue.domain.kpi.LastImage.Applied;
import dev.segue.domain.kpi.SessionUpdate.IsPurged;
import dev.segue.domain.kpi.SessionUpdate.Stands;
import dev.segue.domain.kpi.SessionUpdate.StandsNoMore;
import dev.segue.domain.listening.Skips;
import dev.segue.domain.session.Outcome;
import dev.segue.domain.session.SessionId;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastImageTest {

    private static final long NOON = Times.at("12:00");
    private static final long HOUR = 3_600_000;
    private static final long SETTLING = 30 * HOUR;
    private static final SessionId ID = SessionId.of("anna", NOON);

    @Test
    void isKeptUntilTheClockHasPassedAndGoneOn() {
        LastImage closed = new LastImage(3, closed(1), NOON);

        LastImage kept = closed.at(NOON + 1).image();

        assertThat(closed.at(NOON)).isEqualTo(unchanged(closed));
        assertThat(kept).isEqualTo(new LastImage(3, closed(1), NOON + HOUR + 1, true));
        assertThat(kept.at(NOON + HOUR + 2)).isEqualTo(unchanged(null));
    }

    @Test
    void isKeptForALittleLongerWhenTheClockLeaps() {
        LastImage closed = new LastImage(3, closed(1), NOON);

        LastImage kept = closed.at(NOON + 50 * HOUR).image();

        assertThat(kept).isEqualTo(new LastImage(3, closed(1), NOON + 51 * HOUR, true));
        assertThat(kept.at(NOON + 51 * HOUR)).isEqualTo(unchanged(kept));
        assertThat(kept.at(NOON + 51 * HOUR + 1)).isEqualTo(unchanged(null));
    }

    @Test
    void ofASessionThatRunsIsKeptForAsLongAgainAsItTakesToSettle() {
        LastImage open = new LastImage(1, open(1), NOON);

        LastImage kept = open.at(NOON + 500 * HOUR).image();

        assertThat(open.at(NOON)).isEqualTo(unchanged(open));
        assertThat(kept).isEqualTo(new LastImage(1, open(1), NOON + 500 * HOUR + SETTLING, true));
        assertThat(kept.at(NOON + 500 * HOUR + SETTLING)).isEqualTo(unchanged(kept));
    }

    /** A row of all listening may count its runs, and not itself: it does not know that the session is open. */
    @Test
    void ofASessionThatRunsTellsItsRowsToWaitAsLong() {
        Aged waiting = new LastImage(1, open(1), NOON).at(NOON + 500 * HOUR);

        assertThat(waiting.differences())
                .hasSize(6)
                .allMatch(difference -> difference.taken().equals(difference.added()))
                .allMatch(difference -> difference.canChangeUntil() == NOON + 500 * HOUR + SETTLING);
    }

    @Test
    void ofASessionThatWasLeftOpenForEverCountsAsOneThatHasEnded() {
        LastImage open = new LastImage(1, open(1), NOON, true);

        Aged ended = open.at(NOON + 1);

        assertThat(ended.image()).isEqualTo(new LastImage(1, closed(1), NOON + HOUR + 1, true));
        assertThat(ended.differences())
                .hasSize(6)
                .allMatch(difference -> difference.taken().open())
                .allMatch(difference -> !difference.added().open())
                .allMatch(difference ->
                        difference.added().plays() == difference.taken().plays())
                .allMatch(difference -> difference.canChangeUntil() == NOON + HOUR + 1);
    }

    @Test
    void whatIsToldOfASessionThatWasTakenForEndedStillReplacesIt() {
        LastImage ended = new LastImage(1, open(1), NOON, true).at(NOON + 1).image();

        Applied applied = LastImage.apply(ended, stands(2, NOON, closed(5)), NOON + 1);

        assertThat(applied.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(applied.differences())
                .allMatch(difference -> !difference.taken().open())
                .allMatch(difference -> difference.added().plays() == 5);
    }

    @Test
    void isForgottenAtTheEndOfAllInputUnlessTheSessionRuns() {
        LastImage open = new LastImage(1, open(1), NOON);

        assertThat(new LastImage(4, null, NOON).at(Clocks.ENDED)).isEqualTo(unchanged(null));
        assertThat(open.at(Clocks.ENDED)).isEqualTo(unchanged(open));
    }

    @Test
    void ofEqualRevisionsTheLaterWins() {
        Applied applied = LastImage.apply(image(3, closed(1)), stands(3, NOON, closed(2)), NOON);

        assertThat(applied.image().session()).isEqualTo(closed(2));
        assertThat(applied.outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void theVerySameAgainIsARepeat() {
        LastImage before = image(3, closed(1));

        assertThat(LastImage.apply(before, stands(3, NOON, closed(1)), NOON))
                .isEqualTo(new Applied(Outcome.DUPLICATE, before, List.of()));
    }

    @Test
    void whatIsToldLaterStandsThoughItsNumberIsLower() {
        Applied applied = LastImage.apply(image(3, open(2)), stands(2, NOON, closed(2)), NOON);

        assertThat(applied.image()).isEqualTo(image(2, closed(2)));
        assertThat(applied.differences())
                .allMatch(difference -> !difference.added().open());
    }

    @Test
    void whatIsToldLaterStandsThoughItWasToldByAnEarlierClock() {
        Applied applied = LastImage.apply(image(3, closed(2)), stands(2, NOON - HOUR, closed(1)), NOON);

        assertThat(applied.image().session()).isEqualTo(closed(1));
    }

    @Test
    void anIdIsTakenBackThoughTheNumberWithWhichItFellIsLower() {
        Applied applied = LastImage.apply(image(3, closed(2)), new StandsNoMore(ID, 2, NOON, NOON), NOON);

        assertThat(applied.image()).isEqualTo(image(2, null));
        assertThat(applied.differences()).hasSize(6).allMatch(difference -> difference.added() == null);
    }

    @Test
    void anIdThatFellStandsAgainWhenItIsToldAgain() {
        Applied applied = LastImage.apply(image(3, null), stands(2, NOON, closed(2)), NOON);

        assertThat(applied.image()).isEqualTo(image(2, closed(2)));
        assertThat(applied.differences()).hasSize(6).allMatch(difference -> difference.taken() == null);
    }

    @Test
    void aRemovedRecordTakesBackWhatStoodAndIsNothingElse() {
        Applied applied = LastImage.apply(image(3, closed(2)), new IsPurged(ID), NOON);

        assertThat(applied.image()).isEqualTo(image(3, null));
        assertThat(applied.differences()).hasSize(6).allMatch(difference -> difference.added() == null);
        assertThat(LastImage.apply(null, new IsPurged(ID), NOON))
                .isEqualTo(new Applied(Outcome.DUPLICATE, null, List.of()));
        assertThat(LastImage.apply(image(4, null), new IsPurged(ID), NOON))
                .isEqualTo(new Applied(Outcome.DUPLICATE, image(4, null), List.of()));
    }

    @Test
    void whatIsSettledAndForgottenIsNotCountedAgain() {
        Applied inTime = LastImage.apply(null, stands(3, NOON, closed(1)), NOON + HOUR);
        Applied late = LastImage.apply(null, stands(3, NOON, closed(1)), NOON + HOUR + 1);

        assertThat(inTime.image()).isEqualTo(image(3, closed(1)));
        assertThat(inTime.differences()).hasSize(6);
        assertThat(late).isEqualTo(new Applied(Outcome.LATE, null, List.of()));
    }

    @Test
    void whatIsToldWhenAllHasEndedIsNeverLateAndWaitsNoLongerThanItsSession() {
        Applied applied = LastImage.apply(null, stands(1, Clocks.ENDED, closed(1)), NOON + 5 * HOUR);

        assertThat(applied.image()).isEqualTo(image(1, closed(1)));
        assertThat(applied.differences()).hasSize(6);
    }

    /** A row must know how long what was counted in it can still be taken back, or it might be settled before. */
    @Test
    void everyRowIsToldWhenItCanChangeForLongerThoughItsNumbersAreTheSame() {
        LastImage passed = new LastImage(3, closed(1), NOON + 5 * HOUR, true);

        Applied passedOnce = LastImage.apply(passed, stands(4, NOON, closed(1)), NOON + 5 * HOUR);
        Applied later = LastImage.apply(image(3, closed(1)), stands(4, NOON + HOUR, closed(1)), NOON);
        Applied atTheSameTime = LastImage.apply(image(3, closed(1)), stands(4, NOON, closed(1)), NOON);

        assertThat(passedOnce.differences()).hasSize(6).allMatch(row -> row.canChangeUntil() == NOON + 5 * HOUR);
        assertThat(later.differences()).hasSize(6).allMatch(row -> row.canChangeUntil() == NOON + 2 * HOUR);
        assertThat(atTheSameTime.differences()).isEmpty();
    }

    private static LastImage image(int number, CountedSession session) {
        return new LastImage(number, session, NOON + HOUR);
    }

    private static Aged unchanged(LastImage image) {
        return new Aged(image, List.of());
    }

    private static Stands stands(int number, long asOf, CountedSession session) {
        return new Stands(ID, number, asOf, session);
    }

    private static CountedSession open(int plays) {
        return session(true, plays);
    }

    private static CountedSession closed(int plays) {
        return session(false, plays);
    }

    private static CountedSession session(boolean open, int plays) {
        return new CountedSession(
                "anna",
                "SE",
                "Europe/Stockholm",
                NOON,
                3_600,
                open,
                NOON,
                SETTLING,
                0,
                plays,
                0,
                Skips.NONE,
                0,
                List.of());
    }
}
