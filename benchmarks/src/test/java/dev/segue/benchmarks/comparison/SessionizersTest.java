package dev.segue.benchmarks.comparison;

import static dev.segue.domain.fixture.Events.aPlay;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.benchmarks.comparison.SessionWindows.Reading;
import dev.segue.domain.fixture.PlayBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What each kind of sessionizer gets right, and how it goes wrong. */
class SessionizersTest {

    /**
     * Anna's plays on the phone before and after a flight; the laptop's plays between them arrive hours later, while
     * the clock advances with other listeners.
     */
    private static Arriving flight() {
        return new Arriving()
                .soon(play("airport", "09:00").lasting("10:00"))
                .soon(play("taxi", "09:30").lasting("10:00"))
                .at("12:20", play("aboard", "09:15").lasting("10:00").offline())
                .soon(play("home", "12:15"))
                .soon(play("elsewhere", "12:20").by("ben"))
                .soon(play("evening", "20:00"));
    }

    @Nested
    class InDailyBatches {

        private final Sessionizer sessionizer = new DailyBatches();

        @Test
        void a_flight_of_the_same_day_is_whole() throws Exception {
            assertThat(flight().by(sessionizer))
                    .containsExactly(
                            "02 09:00 to 02 09:40[aboard, airport, taxi] since 03 02:00",
                            "02 12:15 to 02 12:18[home] since 03 02:00",
                            "02 20:00 to 02 20:03[evening] since 03 02:00");
        }

        @Test
        void midnight_cuts() throws Exception {
            assertThat(new Arriving()
                            .soon(play("before", "23:50"))
                            .soon(play("after", "2026-03-03T00:01:00Z"))
                            .by(sessionizer))
                    .containsExactly(
                            "02 23:50 to 02 23:53[before] since 03 02:00",
                            "03 00:01 to 03 00:04[after] since 04 02:00");
        }

        @Test
        void what_arrives_after_the_run_is_a_session_of_its_own() throws Exception {
            assertThat(new Arriving()
                            .soon(play("one", "09:00"))
                            .at("2026-03-03T02:00:00Z", play("justInTime", "09:03"))
                            .at("2026-03-03T02:00:01Z", play("tooLate", "09:06"))
                            .by(sessionizer))
                    .containsExactly(
                            "02 09:00 to 02 09:06[justInTime, one] since 03 02:00",
                            "02 09:06 to 02 09:09[tooLate] since 04 02:00");
        }
    }

    @Nested
    class InHourlyBatches {

        private final Sessionizer sessionizer = new HourlyBatches();

        @Test
        void the_hour_does_not_cut() throws Exception {
            assertThat(new Arriving()
                            .soon(play("before", "09:50"))
                            .soon(play("after", "10:05"))
                            .soon(play("apart", "10:24"))
                            .by(sessionizer))
                    .containsExactly(
                            "02 09:50 to 02 10:08[after, before] since 02 11:00",
                            "02 10:24 to 02 10:27[apart] since 02 11:00");
        }

        @Test
        void what_was_emitted_is_not_touched_again() throws Exception {
            assertThat(flight().by(sessionizer))
                    .containsExactly(
                            "02 09:00 to 02 09:10[airport] since 02 10:00",
                            "02 09:15 to 02 09:25[aboard] since 02 13:00",
                            "02 09:30 to 02 09:40[taxi] since 02 10:00",
                            "02 12:15 to 02 12:18[home] since 02 13:00",
                            "02 20:00 to 02 20:03[evening] since 02 21:00");
        }

        @Test
        void a_play_that_sounds_through_a_run_is_split_from_what_was_before() throws Exception {
            assertThat(new Arriving()
                            .soon(play("song", "09:30"))
                            .soon(play("mix", "09:34").lasting("50:00"))
                            .by(sessionizer))
                    .containsExactly(
                            "02 09:30 to 02 09:33[song] since 02 10:00", "02 09:34 to 02 10:24[mix] since 02 11:00");
        }
    }

    @Nested
    class InMicroBatches {

        private final Sessionizer sessionizer = new MicroBatches();

        @Test
        void what_arrives_together_is_taken_for_one() throws Exception {
            assertThat(flight().by(sessionizer))
                    .containsExactly(
                            "02 09:00 to 02 09:10[airport] since 02 09:26",
                            "02 09:15 to 02 12:18[aboard, home] since 02 12:36",
                            "02 09:30 to 02 09:40[taxi] since 02 09:56",
                            "02 20:00 to 02 20:03[evening] since 02 20:19");
        }

        @Test
        void a_play_longer_than_the_gap_is_split_from_what_was_before() throws Exception {
            assertThat(new Arriving()
                            .soon(play("song", "09:00"))
                            .soon(play("mix", "09:04").lasting("20:00"))
                            .by(sessionizer))
                    .containsExactly(
                            "02 09:00 to 02 09:03[song] since 02 09:19", "02 09:04 to 02 09:24[mix] since 02 09:40");
        }
    }

    @Nested
    class InSessionWindows {

        private final Sessionizer sessionizer = new SessionWindows(Duration.ofMinutes(60), Reading.BY_COVER);
        private final Sessionizer patient = new SessionWindows(Duration.ofHours(24), Reading.BY_COVER);
        private final Sessionizer patientByStart = new SessionWindows(Duration.ofHours(24), Reading.BY_START);

        @Test
        void a_silence_of_exactly_the_gap_holds_together() throws Exception {
            assertThat(new Arriving()
                            .soon(play("one", "09:00"))
                            .soon(play("exactly", "09:18"))
                            .soon(play("over", "09:36:00.001"))
                            .by(sessionizer))
                    .containsExactly(
                            "02 09:00 to 02 09:21[exactly, one] since 02 09:39",
                            "02 09:36 to 02 09:39[over] since 02 09:55");
        }

        @Test
        void a_play_longer_than_the_gap_holds_together() throws Exception {
            assertThat(new Arriving()
                            .soon(play("song", "09:00"))
                            .soon(play("mix", "09:04").lasting("20:00"))
                            .by(sessionizer))
                    .containsExactly("02 09:00 to 02 09:24[mix, song] since 02 09:40");
        }

        @Test
        void beyond_lateness_is_lost() throws Exception {
            assertThat(flight().by(sessionizer))
                    .containsExactly(
                            "02 09:00 to 02 09:10[airport] since 02 09:40",
                            "02 09:30 to 02 09:40[taxi] since 02 12:18",
                            "02 12:15 to 02 12:18[home] since 02 20:03",
                            "02 20:00 to 02 20:03[evening] since 02 20:19");
        }

        @Test
        void within_lateness_windows_merge() throws Exception {
            assertThat(flight().by(patient))
                    .containsExactly(
                            "02 09:00 to 02 09:40[aboard, airport, taxi] since 02 12:20",
                            "02 12:15 to 02 12:18[home] since 02 20:03",
                            "02 20:00 to 02 20:03[evening] since 02 20:19");
        }

        @Test
        void read_by_start_what_was_merged_is_beside_it() throws Exception {
            assertThat(flight().by(patientByStart))
                    .containsExactly(
                            "02 09:00 to 02 09:40[aboard, airport, taxi] since 02 12:20",
                            "02 09:30 to 02 09:40[taxi] since 02 12:18",
                            "02 12:15 to 02 12:18[home] since 02 20:03",
                            "02 20:00 to 02 20:03[evening] since 02 20:19");
        }
    }

    @Nested
    class InSegue {

        private final Sessionizer sessionizer = new Segue();

        @Test
        void a_flight_is_whole_once_the_laptop_shows() throws Exception {
            assertThat(flight().by(sessionizer))
                    .containsExactly(
                            "02 09:00 to 02 09:40[aboard, airport, taxi] since 02 12:23",
                            "02 12:15 to 02 12:18[home] since 02 20:03",
                            "02 20:00 to 02 20:03[evening] since 02 20:19");
        }
    }

    @Test
    void nobody_counts_what_arrives_twice() throws Exception {
        for (Sessionizer sessionizer : Comparison.SESSIONIZERS) {
            assertThat(new Arriving()
                            .soon(play("one", "09:00"))
                            .at("09:40", play("one", "09:00"))
                            .soon(play("two", "09:50"))
                            .by(sessionizer))
                    .as(sessionizer.name())
                    .hasSize(2);
        }
    }

    private static PlayBuilder play(String id, String at) {
        return aPlay().withId(id).at(at);
    }
}
