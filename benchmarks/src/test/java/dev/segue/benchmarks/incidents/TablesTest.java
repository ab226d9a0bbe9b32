package dev.segue.benchmarks.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.benchmarks.incidents.crowd.Disturbance;
import dev.segue.benchmarks.incidents.crowd.Disturbance.Touched;
import dev.segue.benchmarks.incidents.crowd.Hour;
import dev.segue.benchmarks.incidents.crowd.Hour.Known;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is counted in which row. */
class TablesTest {

    private static final Disturbance HALVED = staged(-0.5, 3);
    private static final Disturbance OUTAGE = staged(-1, 1);
    private static final List<Long> AGES = List.of(600_000L, 3_600_000L);
    private static final long HOUR_MS = 3_600_000;
    private static final int WEEK = 168;

    @Test
    void every_size_has_a_row_and_every_length_of_those_that_halve() {
        List<Finding> findings =
                List.of(finding(staged(0.5, 3)), finding(staged(-0.5, 12)), finding(HALVED), finding(OUTAGE));

        assertThat(Kinds.of(findings).keySet())
                .containsExactly("outage", "-50 %", "+50 %", "-50 %, 3 h", "-50 %, 12 h");
        assertThat(Kinds.only(findings, Kinds.of(findings).get("-50 %"))).isEqualTo(findings.subList(1, 3));
    }

    @Test
    void a_size_is_found_where_enough_listen_and_elsewhere_and_what_is_emitted_of_it_is_right_or_not() {
        List<Finding> findings = List.of(
                new Finding(HALVED, 300, 2, 2, 1, 1),
                new Finding(HALVED, 900, 4, 3, 2, 1),
                new Finding(HALVED, 400, -1, -1, 1, 0),
                new Finding(HALVED, 299, 4, 2, 1, 1),
                new Finding(HALVED, 200, 2, 2, 1, 1),
                new Finding(HALVED, 199, -1, -1, 0, 0),
                new Finding(OUTAGE, 300, 1, 1, 1, 1));

        assertThat(SizesTable.of(findings, new Crowdedness(200)))
                .filteredOn(line -> line.startsWith("| -50 % |"))
                .containsExactly(
                        "| -50 % | 3 | 33.3 (6.1–79.2) | 66.7 (20.8–93.9) | 4 (–) | 4 (2–) | 3.0 (–) | 3.0 (2.0–)"
                                + " | 1, 2 of 2 | 0, 0 of 1 | 33.3 (9.7–70.0) | 6 | 66.7 (30.0–90.3) |");
    }

    @Test
    void a_rival_is_listed_at_the_threshold_that_people_take_and_at_one_that_is_as_quiet() {
        Rival rival = new Rival(new PlainDetector(PlainDetector.Score.FIXED_THRESHOLD, AGES, 50), 0.1, 10);
        rival.observeQuiet(hours(50), 0);
        rival.observe(HALVED, hours(50), 0);

        assertThat(new RivalsTable(List.of(new Finding(HALVED, 100, 2, 2, 1, 1)), 0, new Crowdedness(100))
                        .beside(threshold -> String.format("past %.2f", threshold), rival)
                        .of(Finding::foundSoon, 1))
                .containsExactly(
                        "| simulated | Segue | past 0.10 | past 0.50 | Segue : other |",
                        "|---|---|---|---|---|",
                        "| false incidents a week | 0.00 (0.00–3.67) | 1.00 (0.01–5.56) | 0.00 (0.00–3.67) |  |",
                        "| -50 % | 100.0 (20.7–100.0) | 100.0 (20.7–100.0) | 0.0 (0.0–79.3) | 1 : 0, p = 1.000 |",
                        "| -50 %, 3 h | 100.0 (20.7–100.0) | 100.0 (20.7–100.0) | 0.0 (0.0–79.3) | 1 : 0, p = 1.000 |");
    }

    private static Finding finding(Disturbance staged) {
        return new Finding(staged, 300, 2, 2, 1, 1);
    }

    private static Disturbance staged(double effect, int hours) {
        Instant start = Instant.ofEpochMilli(4 * WEEK * HOUR_MS);
        return new Disturbance(Touched.SESSIONS, start, Duration.ofHours(hours), effect, false);
    }

    /** Five weeks; in three hours of the last one the listening is {@code disturbed}, in all others 100. */
    private static List<Hour> hours(double disturbed) {
        List<Hour> hours = new ArrayList<>();
        for (long number = 0; number < 5 * WEEK; number++) {
            boolean isDisturbed = number >= 4 * WEEK && number < 4 * WEEK + 3;
            Known known = new Known(100, isDisturbed ? disturbed : 100, 0);
            hours.add(Hour.of(number, Instant.ofEpochMilli((number + 1) * HOUR_MS), 100, 100, List.of(known, known)));
        }
        return hours;
    }
}
