package dev.segue.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.alert.Incident.Direction;
import dev.segue.domain.alert.Incident.Status;
import dev.segue.domain.alert.baseline.LocalHour;
import dev.segue.domain.kpi.Kpi;
import dev.segue.domain.kpi.Place;
import dev.segue.domain.kpi.Subject;
import java.time.LocalDateTime;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Which hours are kept out of the baseline during and after an incident. */
class IncidentTest {

    private static final String SYDNEY = "Australia/Sydney";

    @Test
    void as_long_as_it_goes_on_no_hour_from_its_first_on_enters_the_baseline() {
        assertThat(held(Status.OPEN, "2026-11-16T08:00", "2026-11-16T09:00")).containsExactly(8, 9, 10, 11, 12);
    }

    @Test
    void when_it_is_over_its_own_hours_stay_out_of_the_baseline() {
        assertThat(held(Status.CLOSED, "2026-11-16T08:00", "2026-11-16T09:00")).containsExactly(8, 9);
    }

    @Test
    void its_hours_are_those_of_the_clock_also_in_nights_when_that_is_changed() {
        assertThat(held(Status.CLOSED, "2026-10-04T01:00", "2026-10-04T04:00")).containsExactly(1, 2, 3, 4);
        assertThat(held(Status.CLOSED, "2026-04-05T01:00", "2026-04-05T04:00")).containsExactly(1, 2, 3, 4);
    }

    @Test
    void when_it_is_usual_now_nothing_before_it_enters_the_baseline() {
        assertThat(held(Status.NEW_NORMAL, "2026-11-16T08:00", "2026-11-16T09:00"))
                .containsExactly(4, 5, 6, 7);
    }

    @Test
    void what_is_usual_now_is_seen_as_any_incident_from_its_own_hours_and_from_those_before() {
        Incident usualNow = incident(Status.NEW_NORMAL, "2026-11-16T08:00", "2026-11-16T09:00");
        long eight = LocalHour.of(LocalDateTime.parse("2026-11-16T08:00"));

        for (long hour : new long[] {eight - 100, eight, eight + 1}) {
            Incident seen = usualNow.asSeenFrom(hour, SYDNEY);
            assertThat(seen.isExcludedFromBaseline(eight - 1, SYDNEY)).isFalse();
            assertThat(seen.isExcludedFromBaseline(eight, SYDNEY)).isTrue();
            assertThat(seen.id()).isEqualTo(usualNow.id());
        }
        assertThat(usualNow.asSeenFrom(eight + 2, SYDNEY)).isSameAs(usualNow);
        Incident open = incident(Status.OPEN, "2026-11-16T08:00", "2026-11-16T09:00");
        assertThat(open.asSeenFrom(eight, SYDNEY)).isSameAs(open);
    }

    @Test
    void what_was_taken_back_holds_nothing() {
        assertThat(held(Status.WITHDRAWN, "2026-11-16T08:00", "2026-11-16T09:00"))
                .isEmpty();
    }

    /** Of the hours from four before to four after, those that are kept out of the baseline. */
    private static List<Integer> held(Status status, String firstUnusual, String lastUnusual) {
        long first = LocalHour.of(LocalDateTime.parse(firstUnusual));
        Incident incident = incident(status, firstUnusual, lastUnusual);
        return LongStream.rangeClosed(first - 4, first + 4)
                .filter(hour -> incident.isExcludedFromBaseline(hour, SYDNEY))
                .mapToObj(hour -> LocalHour.start(hour).getHour())
                .toList();
    }

    private static Incident incident(Status status, String firstUnusual, String lastUnusual) {
        long first = LocalHour.of(LocalDateTime.parse(firstUnusual));
        long last = LocalHour.of(LocalDateTime.parse(lastUnusual));
        TreeMap<Long, UnusualHour> hours = new TreeMap<>();
        for (long hour : new long[] {first, last}) {
            hours.put(
                    hour,
                    new UnusualHour(
                            new Evaluation(1, 2, 5, 0.5, 6), 10, LocalHour.endsAt(hour, LocalHour.zone(SYDNEY))));
        }
        return new Episode(first, SYDNEY, Direction.LOWER, 0, hours, status, null, 1, 0, 0)
                .emitted(new Series("p", Kpi.SESSIONS, Subject.ALL, new Place("AU", null)), 0, null);
    }
}
