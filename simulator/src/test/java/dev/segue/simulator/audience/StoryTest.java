package dev.segue.simulator.audience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.simulator.audience.Upload.Report;
import dev.segue.simulator.plan.PlannedSession;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StoryTest {

    private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");
    private static final long BEGINNING = Instant.parse("2026-10-24T22:00:00Z").toEpochMilli();
    private static final long END = Instant.parse("2026-10-26T04:00:00Z").toEpochMilli();
    private static final LocalDate DISAPPOINTING = LocalDate.parse("2026-10-26");

    private final List<PlannedSession> planned = new ArrayList<>();

    @Test
    void a_flight_is_one_session_whose_middle_arrives_last() {
        List<Report> reports = stagedFor("amelia", Story.FLIGHT);

        PlannedSession first = planned.get(0);
        assertThat(first.devices()).isEqualTo(2);
        List<Report> ofFlight = reports.stream()
                .filter(report -> report.event().eventId().startsWith("amelia-flight-1-"))
                .sorted(Comparator.comparingLong(Report::arrivesAt))
                .toList();
        long laptopFrom = ofFlight.stream()
                .filter(report -> report.event().device().id().equals("amelia-laptop"))
                .mapToLong(Report::arrivesAt)
                .min()
                .orElseThrow();
        assertThat(ofFlight)
                .filteredOn(report -> report.arrivesAt() >= laptopFrom)
                .extracting(report -> report.event().device().id())
                .containsOnly("amelia-laptop");
        assertThat(laptopFrom).isGreaterThan(first.endedAt());
    }

    @Test
    void new_zealanders_leave_the_playlist_sooner_on_one_monday_morning() {
        staged(Story.MONDAY);

        assertThat(planned).hasSize(6 * Commuter.HOW_MANY);
        for (PlannedSession session : planned) {
            ZonedDateTime began = Instant.ofEpochMilli(session.startedAt()).atZone(AUCKLAND);
            assertThat(began.getHour()).isBetween(7, 10);
            boolean disappointed = began.toLocalDate().equals(DISAPPOINTING) && began.getHour() < 9;
            PlannedSession.Run few = session.runs().get(0);
            PlannedSession.Run many = session.runs().get(1);
            assertThat(few.songs()).isBetween(2, 5);
            assertThat(many.songs()).isBetween(9, 15);
            assertThat(few.playlist().equals("Discover Weekly")).isEqualTo(disappointed);
            assertThat(many.playlist().equals("Discover Weekly")).isNotEqualTo(disappointed);
            assertThat(session.runs()).hasSize(2);
        }
        assertThat(planned)
                .extracting(session -> Instant.ofEpochMilli(session.startedAt())
                        .atZone(AUCKLAND)
                        .toLocalDate())
                .containsOnly(
                        LocalDate.parse("2026-09-21"),
                        LocalDate.parse("2026-09-28"),
                        LocalDate.parse("2026-10-05"),
                        LocalDate.parse("2026-10-12"),
                        LocalDate.parse("2026-10-19"),
                        DISAPPOINTING);
    }

    @Test
    void nobody_commutes_when_the_audience_ends_before_that_monday() {
        long sooner = Commuter.at(DISAPPOINTING, Commuter.EARLIEST);
        Scenario scenario = new Scenario(1, 1, BEGINNING, sooner, Set.of(), 4).withStories(Set.of(Story.MONDAY));

        assertThat(uploads(scenario)).extracting(Upload::listener).containsOnly("anna");
    }

    @Test
    void a_mood_changes_from_calm_to_lively() {
        staged(Story.CHANGING_MOOD);

        assertThat(planned.get(0).runs())
                .containsExactly(
                        new PlannedSession.Run("Candlelight", null, 10), new PlannedSession.Run("Confetti", null, 10));
    }

    private List<Report> stagedFor(String listener, Story story) {
        return staged(story).stream()
                .filter(upload -> upload.listener().equals(listener))
                .map(Report.class::cast)
                .toList();
    }

    /** Uploads and, in {@link #planned}, sessions of the people in the story. */
    private List<Upload> staged(Story story) {
        List<Upload> uploads = uploads(new Scenario(1, 1, BEGINNING, END, Set.of(), 4).withStories(Set.of(story)));
        planned.removeIf(session -> session.listener().equals("anna"));
        planned.sort(Comparator.comparingLong(PlannedSession::startedAt));
        return uploads;
    }

    private List<Upload> uploads(Scenario scenario) {
        Audience audience = Audience.of(scenario, planned::add);
        List<Upload> uploads = new ArrayList<>();
        for (var next = audience.next(); next.isPresent(); next = audience.next()) {
            uploads.add(next.get());
        }
        return uploads;
    }
}
