package dev.segue.benchmarks.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.benchmarks.incidents.crowd.Crowd;
import dev.segue.benchmarks.incidents.crowd.Disturbance;
import dev.segue.benchmarks.incidents.crowd.Disturbance.Touched;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class StagedTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-10-19");

    @Test
    void there_are_twenty_countries_with_ten_playlists_and_one_incident_for_each() {
        List<Crowd> crowds = Crowd.all(7);
        List<Disturbance> staged = Staged.ofSessions(crowds, MONDAY, 7);

        assertThat(crowds.stream().map(Crowd::country).distinct()).hasSize(20);
        assertThat(crowds).hasSize(200);
        assertThat(staged).hasSize(200);
        assertThat(staged.stream().map(Disturbance::size).distinct())
                .containsExactlyInAnyOrder("outage", "-80 %", "-50 %", "-35 %", "-20 %", "+50 %", "decay to -60 %");
        assertThat(Staged.ofSongs(crowds, MONDAY, 7))
                .hasSize(200)
                .allMatch(each -> each.touched() == Touched.SONGS_PER_RUN)
                .extracting(Disturbance::size)
                .containsOnly("-50 %", "-35 %", "-20 %");
    }
}
