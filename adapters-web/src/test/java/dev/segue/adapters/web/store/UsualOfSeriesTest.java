package dev.segue.adapters.web.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.segue.adapters.web.fixture.Audience;
import dev.segue.adapters.web.fixture.EmittedRow;
import dev.segue.domain.alert.Evaluation;
import dev.segue.domain.alert.ExpectedRange;
import dev.segue.domain.alert.Incident;
import dev.segue.domain.alert.Observation;
import dev.segue.domain.alert.Policy;
import dev.segue.domain.alert.SeriesWatch;
import dev.segue.domain.alert.Watch;
import dev.segue.domain.alert.WatchedHour;
import dev.segue.domain.alert.WatchedSubjects;
import dev.segue.domain.alert.baseline.AlertRules;
import dev.segue.domain.alert.baseline.Holidays;
import dev.segue.domain.alert.baseline.LocalHour;
import dev.segue.domain.clock.Clocks;
import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.KpiRow;
import dev.segue.domain.kpi.KpiWindow;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected range on the page is the one that the alerts job uses. */
class UsualOfSeriesTest {

    /** A Monday. */
    private static final LocalDateTime BEGIN = LocalDateTime.parse("2026-01-05T00:00");

    private static final LocalDateTime NOW = BEGIN.plusWeeks(6);
    private static final Place AUSTRALIA = new Place("AU", null);
    private static final int LAST_AGE_HOURS = 6;
    private static final double ALL_BUT_EXACT = 1e-9;

    private Memory memory = new Memory(Bounds.USUAL);

    /** Eight weeks that grow by 3 % each, with noise, and some hours far too low or high. */
    @ParameterizedTest
    @CsvSource({"LISTENERS, 35", "LISTENED_TIME, 35", "SKIP_RATE, 0"})
    void the_band_of_every_hour_is_what_the_alerts_job_finds_in_the_same_rows(Kpi kpi, int unusualHours) {
        Policy policy = thatOpensNoIncident(kpi);
        Random random = new Random(11);
        SeriesWatch job = null;
        int compared = 0;
        int unusual = 0;
        for (LocalDateTime at = BEGIN; at.isBefore(BEGIN.plusWeeks(8)); at = at.plusHours(1)) {
            KpiRow row = hour(at).listeners(listeners(at, random)).row();
            memory.take(row);
            Observation observed = new Watch(List.of(policy)).in(row).get(0);
            job = job == null ? SeriesWatch.beginning(observed, policy, AlertRules.DEFAULT) : job;
            job.accept(observed);
            job.advance(Clocks.at(observed.asOf()));

            LocalDateTime done = at.minusHours(LAST_AGE_HOURS);
            WatchedHour found = job.memory().hours().get(observed.hour() - LAST_AGE_HOURS);
            if (found != null && found.found() != null) {
                assertThat(usual(KpiWindow.Period.HOUR, kpi, done))
                        .as("%s", done)
                        .satisfies(saysTheSame(policy, found));
                compared++;
                unusual += found.unusual() ? 1 : 0;
            }
        }
        assertThat(compared).isEqualTo(5 * LocalHour.A_WEEK - LAST_AGE_HOURS);
        assertThat(unusual).isEqualTo(unusualHours);
    }

    private static Consumer<ExpectedRange.Band> saysTheSame(Policy policy, WatchedHour found) {
        Evaluation job = found.found();
        double unusualFrom = policy.opensPast() * Math.abs(job.value() - job.usual()) / job.score();
        double lower = Math.max(unusualFrom, job.usual() * policy.leastEffect());
        double higher = Math.max(unusualFrom, job.usual() * policy.leastEffect() / (1 - policy.leastEffect()));
        return band -> {
            assertThat(band.watched()).isTrue();
            assertThat(band.weeks()).isEqualTo(job.weeks());
            assertThat(band.usual()).isEqualTo(job.usual());
            assertThat(band.low()).isCloseTo(Math.max(0, job.usual() - lower), withinPercentage(ALL_BUT_EXACT));
            assertThat(band.high()).isCloseTo(job.usual() + higher, withinPercentage(ALL_BUT_EXACT));
            assertThat(job.value() < band.low() || job.value() > band.high()).isEqualTo(found.unusual());
        };
    }

    @Test
    void three_weeks_are_enough_and_two_are_not() {
        weeksBefore(400, 400);
        assertThat(usual(Kpi.LISTENERS)).isNull();

        weeksBefore(400, 400, 400);
        assertThat(usual(Kpi.LISTENERS).weeks()).isEqualTo(3);
        assertThat(usual(Kpi.LISTENERS).usual()).isEqualTo(400);
    }

    @Test
    void an_hour_without_a_row_counts_as_none_of_what_is_counted_and_is_left_out_of_a_share() {
        weeksBefore(400, -1, 400, 400);

        assertThat(usual(Kpi.LISTENERS).weeks()).isEqualTo(4);
        assertThat(usual(Kpi.SKIP_RATE).weeks()).isEqualTo(3);
    }

    @Test
    void what_rests_on_few_is_shown_and_not_watched() {
        weeksBefore(199, 199, 199);
        assertThat(usual(Kpi.LISTENERS).watched()).isFalse();

        weeksBefore(200, 200, 200);
        assertThat(usual(Kpi.LISTENERS).watched()).isTrue();
    }

    @Test
    void what_is_unusual_is_as_it_is_configured() {
        AlertRules usual = AlertRules.DEFAULT;
        Policy mild = new Policy(
                "mild",
                Kpi.LISTENERS,
                WatchedSubjects.USUAL,
                Set.of("AU"),
                Set.of(Incident.Direction.LOWER),
                Policy.USUAL_OPENS_PAST,
                Policy.USUAL_CLOSES_BELOW,
                50,
                0.5,
                Policy.USUAL_CONSECUTIVE);
        Holidays epiphany = new Holidays(Map.of("AU", Set.of(NOW.minusWeeks(2).toLocalDate())));
        memory = new Memory(
                Bounds.USUAL,
                new AlertSettings(
                        new Watch(List.of(mild)),
                        new AlertRules(usual.agesMs(), 3, 2, usual.newNormalMs(), usual.mostIncomparable(), epiphany)),
                RulesOfListening.BY_DEFAULT);
        weeksBefore(100, 100, 100, 100);

        assertThat(usual(Kpi.LISTENERS).weeks())
                .as("three, one of them a holiday")
                .isEqualTo(2);
        assertThat(usual(Kpi.LISTENERS).watched()).as("by the policy").isTrue();
        assertThat(usual(Kpi.LISTENERS).low()).isEqualTo(50);
        assertThat(usual(Kpi.SESSIONS).watched()).as("by no policy").isFalse();
        assertThat(usual(KpiWindow.Period.HOUR, Kpi.LISTENERS, NOW.minusWeeks(2)))
                .as("on the holiday")
                .isNull();
    }

    @Test
    void hours_of_an_incident_stay_out_of_the_baseline() {
        weeksBefore(40, 400, 400, 400);
        assertThat(usual(Kpi.LISTENED_TIME).weeks()).isEqualTo(4);

        memory.take(incidentOfLastWeek(Incident.Status.CLOSED));
        assertThat(usual(Kpi.LISTENED_TIME).weeks()).isEqualTo(3);
        assertThat(usual(Kpi.LISTENERS).weeks()).isEqualTo(4);

        memory.take(incidentOfLastWeek(Incident.Status.WITHDRAWN));
        assertThat(usual(Kpi.LISTENED_TIME).weeks()).isEqualTo(4);
    }

    private static Incident incidentOfLastWeek(Incident.Status status) {
        LocalDateTime since = NOW.minusWeeks(1);
        return Audience.incident(
                "i", status, Subject.ALL, since, since.toInstant(ZoneOffset.UTC).toEpochMilli(), 1);
    }

    @Test
    void an_hour_that_is_not_like_others_because_clocks_are_changed_is_not_compared() {
        LocalDateTime twice = LocalDateTime.parse("2026-10-25T02:00");
        for (int week = 0; week <= 4; week++) {
            row(EmittedRow.anHour(Subject.ALL, AUSTRALIA, twice.minusWeeks(week), null));
            row(EmittedRow.anHour(Subject.ALL, AUSTRALIA, twice.minusWeeks(week).plusHours(1), null));
        }

        assertThat(usual(KpiWindow.Period.HOUR, Kpi.LISTENERS, twice)).isNull();
        assertThat(usual(KpiWindow.Period.HOUR, Kpi.LISTENERS, twice.plusHours(1))
                        .weeks())
                .isEqualTo(4);
    }

    @Test
    void what_comes_late_changes_the_baseline_of_all_hours_together() {
        LocalDateTime end = BEGIN.plusWeeks(5);
        for (LocalDateTime at = BEGIN; at.isBefore(end); at = at.plusHours(1)) {
            row(hour(at).listeners(400));
        }
        double before = usual(KpiWindow.Period.HOUR, Kpi.LISTENERS, end).high();

        for (LocalDateTime at = BEGIN; at.isBefore(end.minusDays(1)); at = at.plusHours(1)) {
            row(hour(at).listeners(at.getDayOfYear() / 7 % 2 == 0 ? 200 : 600));
        }

        assertThat(usual(KpiWindow.Period.HOUR, Kpi.LISTENERS, end).high()).isGreaterThan(before);
    }

    @Test
    void days_and_weeks_are_compared_with_the_same_ones_before() {
        for (int week = 0; week < 7; week++) {
            row(EmittedRow.of(KpiWindow.Period.DAY, Subject.ALL, AUSTRALIA, BEGIN.plusWeeks(week))
                    .listeners(400 + week));
            row(EmittedRow.of(KpiWindow.Period.WEEK, Subject.ALL, AUSTRALIA, BEGIN.plusWeeks(week))
                    .listeners(900 + week));
        }

        assertThat(usual(KpiWindow.Period.DAY, Kpi.LISTENERS, NOW).usual()).isEqualTo(402.5);
        assertThat(usual(KpiWindow.Period.DAY, Kpi.LISTENERS, NOW).weeks()).isEqualTo(6);
        assertThat(usual(KpiWindow.Period.WEEK, Kpi.LISTENERS, NOW).usual()).isEqualTo(902.5);
        assertThat(usual(KpiWindow.Period.DAY, Kpi.LISTENERS, NOW.plusDays(1)).usual())
                .as("no row of a Tuesday means that nobody listened")
                .isZero();
    }

    private static int listeners(LocalDateTime at, Random random) {
        long week = (LocalHour.of(at) - LocalHour.of(BEGIN)) / LocalHour.A_WEEK;
        double usual = 2_000 * Math.pow(1.03, (double) week) * (0.97 + 0.06 * random.nextDouble());
        int chance = random.nextInt(40);
        return (int) (usual * (chance == 0 ? 0.3 : chance == 1 ? 2.5 : 1));
    }

    /** Without incidents, every hour counts towards the baseline, as on the page, which has no incidents here. */
    private static Policy thatOpensNoIncident(Kpi kpi) {
        Policy usual = Policy.of("watched", kpi);
        return new Policy(
                usual.name(),
                kpi,
                usual.subjects(),
                usual.countries(),
                usual.directions(),
                usual.opensPast(),
                usual.closesBelow(),
                usual.leastSample(),
                usual.leastEffect(),
                Integer.MAX_VALUE);
    }

    private void weeksBefore(int... listeners) {
        for (int i = 0; i < listeners.length; i++) {
            if (listeners[i] >= 0) {
                row(hour(NOW.minusWeeks(i + 1)).listeners(listeners[i]));
            }
        }
    }

    private static EmittedRow hour(LocalDateTime start) {
        return EmittedRow.anHour(Subject.ALL, AUSTRALIA, start, null).mainlyIn("UTC");
    }

    private void row(EmittedRow observed) {
        memory.take(observed.row());
    }

    private ExpectedRange.Band usual(Kpi kpi) {
        return usual(KpiWindow.Period.HOUR, kpi, NOW);
    }

    private ExpectedRange.Band usual(KpiWindow.Period period, Kpi kpi, LocalDateTime at) {
        return memory.usual(Subject.ALL, AUSTRALIA, period, kpi, List.of(at)).get(0);
    }
}
