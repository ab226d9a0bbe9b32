package dev.segue.domain.kpi.track;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.fixture.Times;
import dev.segue.domain.kpi.KpiKey;
import dev.segue.domain.kpi.KpiWindow;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import dev.segue.domain.listening.Skips;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TrackBookTest {

    private static final long HOUR = 3_600_000;
    private static final long LONGEST = 30 * HOUR;

    /** A week after {@link Times#DAY} ends twelve hours later in the last zone. */
    private static final long ENDS = Times.at("2026-03-09T12:00:00Z");

    private static final KpiKey KEY = new KpiKey(
            new Subject(Subject.Kind.PLAYLIST, "weekly", "W10"),
            Place.WORLD,
            new KpiWindow(KpiWindow.Period.WEEK, Times.DAY.atStartOfDay(), null));

    private static final TrackNumbers ONE = new TrackNumbers(1, 1, Skips.NONE, 1);
    private static final TrackNumbers SKIP = new TrackNumbers(1, 0, new Skips(0, 1, 0), 0);

    private final Map<String, TrackNumbers> tracks = new HashMap<>();
    private final TrackBook book = book(TrackTotals.NOTHING);

    @Test
    void adds_up_and_retracts() {
        book.apply(change(Map.of("blue", ONE, "green", SKIP)));
        book.apply(change(Map.of("blue", SKIP, "green", TrackNumbers.NONE.minus(SKIP))));

        assertThat(book.emit(7))
                .isEqualTo(new TrackKpis(KEY, new TreeMap<>(Map.of("blue", ONE.plus(SKIP))), TrackNumbers.NONE, 7));
    }

    @Test
    void tracks_beyond_the_maximum_are_counted_together_for_good() {
        book.apply(change(Map.of("blue", ONE)));
        book.apply(change(Map.of("green", ONE)));
        book.apply(change(Map.of("red", ONE, TrackChange.NO_TRACK, SKIP)));
        book.apply(change(Map.of("blue", TrackNumbers.NONE.minus(ONE))));
        book.apply(change(Map.of("red", SKIP)));

        assertThat(book.emit(7).tracks()).isEqualTo(Map.of("green", ONE));
        assertThat(book.emit(7).others()).isEqualTo(ONE.plus(SKIP).plus(SKIP));
        book.apply(change(Map.of("red", TrackNumbers.NONE.minus(ONE).minus(SKIP), "blue", SKIP)));
        assertThat(book.emit(7).tracks()).isEqualTo(Map.of("green", ONE, "blue", SKIP));
        assertThat(book.emit(7).others()).isEqualTo(SKIP);
    }

    @Test
    void says_whether_numbers_changed() {
        assertThat(book.apply(change(Map.of()))).isFalse();
        assertThat(book.apply(change(Map.of("blue", ONE)))).isTrue();
    }

    @Test
    void is_settled_when_the_clock_has_passed_all_that_may_come_and_has_gone_on() {
        book.apply(change(Map.of("blue", ONE)));
        long until = ENDS + LONGEST + 2 * HOUR;

        assertThat(book.nextOnClock()).isEqualTo(until);
        book.look(until);
        assertThat(book.nextOnClock()).isEqualTo(until);
        book.look(until + 50 * HOUR);
        assertThat(book.isSettled(until + 50 * HOUR)).isFalse();
        assertThat(book.nextOnClock()).isEqualTo(until + 51 * HOUR);
        assertThat(book(book.totals()).isSettled(until + 51 * HOUR)).isFalse();
        assertThat(book(book.totals()).isSettled(until + 51 * HOUR + 1)).isTrue();
    }

    @Test
    void waits_again_when_something_changes() {
        book.apply(change(Map.of("blue", ONE)));
        book.look(ENDS + 100 * HOUR);

        book.apply(new TrackChange(KEY, 0, Map.of(), ENDS + 200 * HOUR, 0));

        assertThat(book.nextOnClock()).isEqualTo(ENDS + 200 * HOUR);
    }

    @Test
    void waits_for_sessions_that_run_without_limit() {
        book.apply(new TrackChange(KEY, 1, Map.of(), 0, 0));
        assertThat(book.nextOnClock()).isEqualTo(Clocks.ENDED);
        book.look(ENDS + 1_000 * HOUR);
        assertThat(book.isSettled(ENDS + 2_000 * HOUR)).isFalse();

        book.apply(new TrackChange(KEY, -1, Map.of(), 0, 0));

        assertThat(book.nextOnClock()).isEqualTo(ENDS + LONGEST);
        assertThat(book.isSettled(Clocks.ENDED)).isTrue();
    }

    private TrackBook book(TrackTotals totals) {
        return new TrackBook(
                KEY,
                totals,
                new TrackBook.Tracks() {

                    @Override
                    public TrackNumbers of(String trackId) {
                        return tracks.get(trackId);
                    }

                    @Override
                    public void set(String trackId, TrackNumbers numbers) {
                        tracks.put(trackId, numbers);
                    }

                    @Override
                    public Iterable<Map.Entry<String, TrackNumbers>> all() {
                        return tracks.entrySet();
                    }
                },
                2,
                LONGEST);
    }

    private static TrackChange change(Map<String, TrackNumbers> added) {
        return new TrackChange(KEY, 0, added, 0, 2 * HOUR);
    }
}
