package dev.segue.benchmarks.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.segue.benchmarks.incidents.PlainDetector.Score;
import dev.segue.benchmarks.incidents.crowd.Disturbance;
import dev.segue.benchmarks.incidents.crowd.Disturbance.Touched;
import dev.segue.benchmarks.incidents.crowd.Hour;
import dev.segue.benchmarks.incidents.crowd.Hour.Known;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** When a simple detector raises an alarm, and how its incidents are counted. */
class PlainDetectorTest {

    private static final long HOUR_MS = 3_600_000;
    private static final List<Long> AGES = List.of(600_000L, HOUR_MS);
    private static final int WEEK = 168;
    private static final int NOW = 4 * WEEK;

    @Test
    void scores_are_what_their_names_say() {
        double[] weeks = {100, 110, 90};

        assertThat(Score.FIXED_THRESHOLD.of(70, weeks)).isCloseTo(-0.3, within(1e-9));
        assertThat(Score.Z_SCORE.of(130, weeks)).isCloseTo(3, within(1e-9));
    }

    @Test
    void two_hours_that_are_halved_are_one_incident_and_others_none() {
        assertThat(result(Score.FIXED_THRESHOLD, 0.3, 100, NOW, NOW + 2))
                .containsExactly(new Detected(true, start(NOW), start(NOW + 2), start(NOW) + 2 * HOUR_MS));
        assertThat(result(Score.FIXED_THRESHOLD, 0.6, 100, NOW, NOW + 2)).isEmpty();
        assertThat(result(Score.FIXED_THRESHOLD, 0.3, 100, NOW, NOW)).isEmpty();
        assertThat(result(Score.FIXED_THRESHOLD, 0.3, 10, NOW, NOW + 2))
                .as("too few sessions")
                .isEmpty();
    }

    @Test
    void a_finding_counts_the_evaluations_from_the_start_of_what_was_staged() {
        List<Hour> hours = hours(100, NOW, NOW + 2);
        Disturbance staged =
                new Disturbance(Touched.SESSIONS, Instant.ofEpochMilli(start(NOW)), Duration.ofHours(2), -0.5, false);
        Detected before = new Detected(true, start(NOW - 9), start(NOW - 8), start(NOW - 7));
        Detected rise = new Detected(false, start(NOW), start(NOW + 1), start(NOW + 1));
        Detected right = new Detected(true, start(NOW), start(NOW + 2), start(NOW + 2));

        Finding found = Finding.of(staged, hours, AGES, List.of(before, rise, right));
        Finding missed = Finding.of(staged, hours, AGES, List.of(before, rise));

        assertThat(found).isEqualTo(new Finding(staged, 100, 2, 2, 3, 1));
        assertThat(found.foundSoon()).isTrue();
        assertThat(missed).isEqualTo(new Finding(staged, 100, -1, -1, 2, 0));
        assertThat(missed.foundSoon()).isFalse();
    }

    @Test
    void a_rival_is_taken_at_the_lowest_threshold_with_as_many_false_incidents() {
        Rival rival = new Rival(new PlainDetector(Score.FIXED_THRESHOLD, AGES, 50), 0.1, 10);

        rival.observeQuiet(hours(100, NOW, NOW + 2), 0);

        assertThat(rival.falseIncidents(0)).isEqualTo(1);
        assertThat(rival.threshold(rival.stepWith(1))).isEqualTo(0.1);
        assertThat(rival.falseIncidents(rival.stepWith(0))).isZero();
        assertThat(rival.threshold(rival.stepWith(0)))
                .as("half is one step past 50 %")
                .isBetween(0.5, 0.54);
    }

    private static List<Detected> result(Score score, double threshold, int sessions, int from, int to) {
        PlainDetector detector = new PlainDetector(score, AGES, 50);
        return PlainDetector.incidents(
                detector.evaluations(hours(sessions, from, to)), AGES.size(), threshold, start(NOW));
    }

    /** Five weeks in which these hours are halved. */
    private static List<Hour> hours(int sessions, int from, int to) {
        List<Hour> hours = new ArrayList<>();
        LongStream.range(0, 5 * WEEK).forEach(number -> {
            double listened = number >= from && number < to ? 50 : 100;
            Known known = new Known(sessions, listened, 0);
            hours.add(Hour.of(
                    number, Instant.ofEpochMilli(start(number + 1)), sessions, sessions, List.of(known, known)));
        });
        return hours;
    }

    private static long start(long number) {
        return number * HOUR_MS;
    }
}
