package dev.segue.simulator.audience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.playback.Detail.SearchPerformed;
import dev.segue.domain.playback.Detail.TrackEnded;
import dev.segue.simulator.audience.Upload.Kind;
import dev.segue.simulator.audience.Upload.Report;
import dev.segue.simulator.plan.Hazard;
import dev.segue.simulator.plan.PlannedSession;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PastTest {

    /** A Sunday. */
    private static final long BEGINNING = Instant.parse("2026-10-25T00:00:00Z").toEpochMilli();

    private static final long WEEK = Duration.ofDays(7).toMillis();
    private static final long LENGTH = Duration.ofHours(30).toMillis();

    /** By so much, plans begin too early for clocks that are wrong and silent. */
    private static final long MOST_WRONG = Duration.ofHours(12).toMillis();

    private static final Scenario WITHOUT =
            new Scenario(1, 60, BEGINNING, BEGINNING + LENGTH, EnumSet.allOf(Hazard.class), 4);
    private static final Scenario WITH = WITHOUT.withPast(new Past(2, 2));

    private final List<PlannedSession> planned = new ArrayList<>();

    @Test
    void the_same_people_listen_as_much_in_the_same_hours_of_the_weeks_before() {
        staged(WITH);
        planned.removeIf(session -> session.listener().startsWith("bot-"));

        assertThat(planned)
                .allSatisfy(session -> assertThat(Math.floorMod(session.startedAt() + MOST_WRONG - BEGINNING, WEEK))
                        .isLessThan(LENGTH + 2 * MOST_WRONG));
        assertThat(playsOfWeek(-2)).isBetween(playsOfWeek(0) * 0.85, playsOfWeek(0) * 1.15);
        assertThat(playsOfWeek(-1)).isBetween(playsOfWeek(0) * 0.85, playsOfWeek(0) * 1.15);
        assertThat(peopleOfWeek(-2)).isEqualTo(peopleOfWeek(0));
        assertThat(peopleOfWeek(-1)).isEqualTo(peopleOfWeek(0));
    }

    @Test
    void their_clients_report_little_and_nothing_goes_wrong_on_the_way() {
        assertThat(staged(WITH).stream().takeWhile(upload -> upload.arrivesAt() < BEGINNING))
                .isNotEmpty()
                .allSatisfy(upload -> {
                    assertThat(upload.kind()).isEqualTo(Kind.ORIGINAL);
                    assertThat(((Report) upload).event().detail())
                            .isInstanceOfAny(TrackEnded.class, SearchPerformed.class);
                });
    }

    @Test
    void the_audience_itself_is_the_same_as_without_them() {
        assertThat(staged(WITH).stream().dropWhile(upload -> upload.arrivesAt() < BEGINNING))
                .isEqualTo(staged(WITHOUT));
    }

    @Test
    void a_week_ends_with_its_last_day_by_everybodys_own_clock_and_before_the_next_week() {
        Past twoDays = new Past(1, 2);
        Past allDays = new Past(1, 7);

        assertThat(twoDays.endOf(BEGINNING, ZoneId.of("Australia/Sydney"))).isEqualTo(time("2026-10-26T13:00:00Z"));
        assertThat(twoDays.endOf(BEGINNING, ZoneId.of("America/Los_Angeles"))).isEqualTo(time("2026-10-27T07:00:00Z"));
        assertThat(allDays.endOf(BEGINNING, ZoneId.of("Australia/Sydney"))).isEqualTo(time("2026-10-31T13:00:00Z"));
        assertThat(allDays.endOf(BEGINNING, ZoneId.of("America/Los_Angeles"))).isEqualTo(BEGINNING + WEEK);
    }

    @Test
    void an_audience_without_an_end_has_weeks_before_that_end() {
        Scenario endless = new Scenario(1, 20, BEGINNING, Scenario.ENDLESS, Set.of(), 4).withPast(new Past(1, 2));
        Audience audience = Audience.of(endless, planned::add);

        long last = 0;
        for (Upload next = audience.next().orElseThrow();
                next.arrivesAt() < BEGINNING;
                next = audience.next().orElseThrow()) {
            last = next.arrivesAt();
        }
        assertThat(last).isBetween(time("2026-10-20T00:00:00Z"), time("2026-10-20T12:00:00Z"));
    }

    private static long time(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    private double playsOfWeek(int week) {
        return planned.stream()
                .filter(session -> weekOf(session) == week)
                .mapToInt(PlannedSession::plays)
                .sum();
    }

    private List<String> peopleOfWeek(int week) {
        return planned.stream()
                .filter(session -> weekOf(session) == week)
                .map(session -> session.listener() + " in " + session.timeZone())
                .distinct()
                .sorted()
                .toList();
    }

    private static long weekOf(PlannedSession session) {
        return Math.floorDiv(session.startedAt() + MOST_WRONG - BEGINNING, WEEK);
    }

    private List<Upload> staged(Scenario scenario) {
        planned.clear();
        Audience audience = Audience.of(scenario, planned::add);
        List<Upload> uploads = new ArrayList<>();
        for (var next = audience.next(); next.isPresent(); next = audience.next()) {
            uploads.add(next.get());
        }
        return uploads;
    }
}
