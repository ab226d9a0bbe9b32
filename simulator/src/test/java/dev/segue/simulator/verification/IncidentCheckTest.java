package dev.segue.simulator.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.contracts.Direction;
import dev.segue.contracts.Incident;
import dev.segue.contracts.IncidentStatus;
import dev.segue.contracts.KpiPlace;
import dev.segue.contracts.KpiSubject;
import dev.segue.contracts.KpiSubjectKind;
import dev.segue.contracts.TrustedContracts;
import dev.segue.simulator.audience.StagedMonday;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IncidentCheckTest {

    static {
        TrustedContracts.register();
    }

    private static final long SEVEN = Instant.parse("2026-10-25T20:00:00Z").toEpochMilli();
    private static final long HOUR = 3_600_000;
    private static final long OVER = SEVEN + 4 * HOUR;
    private static final Optional<StagedMonday> MONDAY =
            Optional.of(new StagedMonday("AU", "Discover Weekly", SEVEN, SEVEN + 2 * HOUR, OVER));

    @Test
    void the_staged_incident_is_the_one_expected() {
        assertThat(IncidentCheck.of(List.of(incident("AU", SEVEN, IncidentStatus.CLOSED)), MONDAY, OVER))
                .isEqualTo(new IncidentCheck(List.of("CLOSED: Fewer songs."), List.of()));
    }

    @Test
    void no_incident_is_expected_when_none_is_staged() {
        assertThat(IncidentCheck.of(List.of(), Optional.empty(), OVER).isGood()).isTrue();
    }

    @Test
    void an_incident_elsewhere_or_later_was_staged_by_nobody() {
        assertThat(IncidentCheck.of(
                                List.of(
                                        incident("AU", SEVEN, IncidentStatus.CLOSED),
                                        incident("SE", SEVEN, IncidentStatus.CLOSED),
                                        incident("AU", SEVEN + 2 * HOUR, IncidentStatus.CLOSED)),
                                MONDAY,
                                OVER)
                        .differences())
                .containsExactly("This was not staged: Fewer songs.", "This was not staged: Fewer songs.");
    }

    @Test
    void the_staged_incident_is_one_incident() {
        Incident first = incident("AU", SEVEN, IncidentStatus.CLOSED);
        Incident second = incident("AU", SEVEN + HOUR, IncidentStatus.CLOSED);

        assertThat(IncidentCheck.of(List.of(first, second), MONDAY, OVER).differences())
                .containsExactly("This is a duplicate: Fewer songs.");
    }

    @Test
    void all_listening_there_is_in_the_expected_range() {
        Incident all = Incident.newBuilder(incident("AU", SEVEN, IncidentStatus.CLOSED))
                .setSubject(new KpiSubject(KpiSubjectKind.ALL, null, null))
                .build();

        assertThat(IncidentCheck.of(List.of(incident("AU", SEVEN, IncidentStatus.CLOSED), all), MONDAY, OVER)
                        .differences())
                .containsExactly("This was not staged: Fewer songs.");
    }

    @Test
    void the_staged_incident_is_expected() {
        assertThat(IncidentCheck.of(List.of(), MONDAY, OVER).differences())
                .containsExactly("Listeners in AU left Discover Weekly sooner than usual from 2026-10-25T20:00:00Z on,"
                        + " but there is no incident.");
    }

    @Test
    void the_staged_incident_must_be_over_in_the_end() {
        assertThat(IncidentCheck.of(List.of(incident("AU", SEVEN, IncidentStatus.OPEN)), MONDAY, OVER)
                        .differences())
                .containsExactly("It should be closed, but is OPEN: Fewer songs.");
    }

    @Test
    void an_audience_that_goes_home_early_need_not_see_the_end() {
        assertThat(IncidentCheck.of(List.of(), MONDAY, OVER - 1).isGood()).isTrue();
        assertThat(IncidentCheck.of(List.of(incident("AU", SEVEN, IncidentStatus.OPEN)), MONDAY, OVER - 1)
                        .isGood())
                .isTrue();
    }

    private static Incident incident(String country, long since, IncidentStatus status) {
        return Incident.newBuilder()
                .setIncidentId("1")
                .setRevision(1)
                .setStatus(status)
                .setPolicy("playlists")
                .setKpi("SONGS_PER_RUN")
                .setSubject(new KpiSubject(KpiSubjectKind.PLAYLIST, "Discover Weekly", null))
                .setPlace(new KpiPlace(country, null, null))
                .setDirection(Direction.LOWER)
                .setSentence("Fewer songs.")
                .setSinceLocal("2026-10-26T07:00")
                .setSince(Instant.ofEpochMilli(since))
                .setUntil(Instant.ofEpochMilli(since + HOUR))
                .setOpenedAt(Instant.ofEpochMilli(since + HOUR))
                .setValue(4)
                .setUsual(12)
                .setScore(9)
                .setWorstValue(4)
                .setWorstUsual(12)
                .setWorstScore(9)
                .setAsOf(Instant.ofEpochMilli(since + HOUR))
                .build();
    }
}
