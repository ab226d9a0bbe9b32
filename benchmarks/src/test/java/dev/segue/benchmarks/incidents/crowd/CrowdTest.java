package dev.segue.benchmarks.incidents.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.segue.benchmarks.incidents.crowd.Disturbance.Touched;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The simulated listening, and whether staged incidents really show in it. */
class CrowdTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-10-19");
    private static final Crowd BERLIN = Crowd.all(1).stream()
            .filter(crowd -> crowd.country().code().equals("DE"))
            .findFirst()
            .orElseThrow();
    private static final Instant TUESDAY_NOON = Instant.parse("2026-10-20T10:00:00Z");

    @Test
    void a_disturbance_halves_its_hours_and_no_other() {
        List<Hour> quiet = BERLIN.over(MONDAY, 1, Disturbance.NONE);
        List<Hour> halved = BERLIN.over(
                MONDAY, 1, new Disturbance(Touched.SESSIONS, TUESDAY_NOON, Duration.ofHours(3), -0.5, false));

        assertThat(ratio(halved, quiet, 0, 36)).isEqualTo(1);
        assertThat(ratio(halved, quiet, 36, 39)).isCloseTo(0.5, within(0.05));
        assertThat(ratio(halved, quiet, 39, 160)).isCloseTo(1, within(0.05));
        assertThat(BERLIN.over(MONDAY, 1, Disturbance.NONE)).isEqualTo(quiet);
    }

    @Test
    void in_an_outage_nobody_listens() {
        List<Hour> hours =
                BERLIN.over(MONDAY, 1, new Disturbance(Touched.SESSIONS, TUESDAY_NOON, Duration.ofHours(1), -1, false));

        assertThat(hours.get(36).known()).allMatch(known -> known.equals(new Hour.Known(0, 0, 0)));
        assertThat(hours.get(35).at(0).sessions()).isPositive();
        assertThat(hours.get(37).at(0).sessions()).isPositive();
    }

    @Test
    void a_decay_grows_evenly_and_stays() {
        Disturbance decay = new Disturbance(Touched.SESSIONS, TUESDAY_NOON, Duration.ofHours(10), -0.6, true);

        assertThat(decay.factor(Touched.SESSIONS, TUESDAY_NOON.minusSeconds(1))).isEqualTo(1);
        assertThat(decay.factor(Touched.SESSIONS, TUESDAY_NOON)).isEqualTo(1);
        assertThat(decay.factor(Touched.SESSIONS, TUESDAY_NOON.plus(Duration.ofHours(5))))
                .isEqualTo(0.7);
        assertThat(decay.factor(Touched.SESSIONS, TUESDAY_NOON.plus(Duration.ofDays(30))))
                .isEqualTo(0.4);
    }

    @Test
    void runs_get_shorter_while_as_many_listen_as_ever() {
        List<Hour> quiet = BERLIN.over(MONDAY, 1, Disturbance.NONE);
        List<Hour> shorter = BERLIN.over(
                MONDAY, 1, new Disturbance(Touched.SONGS_PER_RUN, TUESDAY_NOON, Duration.ofHours(3), -0.5, false));

        assertThat(songs(shorter, 36, 39) / songs(quiet, 36, 39)).isCloseTo(0.5, within(0.01));
        assertThat(songs(shorter, 0, 36)).isEqualTo(songs(quiet, 0, 36));
        assertThat(songs(shorter, 39, 168)).isEqualTo(songs(quiet, 39, 168));
        assertThat(ratio(shorter, quiet, 0, 168)).isEqualTo(1);
    }

    @Test
    void the_night_on_which_clocks_are_set_back_has_one_long_hour_and_that_of_spring_one_less() {
        List<Hour> autumn = BERLIN.over(MONDAY, 1, Disturbance.NONE);
        List<Hour> spring = BERLIN.over(LocalDate.parse("2026-03-23"), 1, Disturbance.NONE);

        assertThat(autumn).hasSize(168);
        assertThat(autumn.stream().filter(Hour::twice)).containsExactly(autumn.get(6 * 24 + 2));
        assertThat(spring).hasSize(167).noneMatch(Hour::twice);
    }

    private static double ratio(List<Hour> one, List<Hour> other, int from, int to) {
        return listened(one, from, to) / listened(other, from, to);
    }

    private static double listened(List<Hour> hours, int from, int to) {
        return hours.subList(from, to).stream()
                .mapToDouble(hour -> hour.at(2).listenedMs())
                .sum();
    }

    private static double songs(List<Hour> hours, int from, int to) {
        return hours.subList(from, to).stream()
                .mapToDouble(hour -> hour.at(2).songs())
                .sum();
    }
}
