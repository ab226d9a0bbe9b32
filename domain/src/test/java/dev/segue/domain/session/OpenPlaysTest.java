package dev.segue.domain.session;

import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Events.aSearch;
import static dev.segue.domain.fixture.Events.aStart;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.catalogue.TrackFacts;
import dev.segue.domain.fixture.StartBuilder;
import dev.segue.domain.fixture.Times;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OpenPlaysTest {

    private final Story anna = new Story();

    /** A track of forty minutes begins. */
    private static StartBuilder aLongTrack(String at) {
        return aStart().at(at).knowing(new TrackFacts((int) Times.lasting("40:00"), (short) -1, (short) -1));
    }

    @Test
    void a_play_that_has_not_ended_holds_its_session_open_for_its_duration() {
        anna.receives(aLongTrack("09:00"));
        anna.at("09:00");
        anna.at("09:10");

        assertThat(anna.at("09:40")).isEmpty();
        assertThat(anna.at("09:40:00.001")).containsExactly("09:00 #2 FINAL 09:00-09:00");
    }

    @Test
    void a_play_of_unknown_duration_holds_nothing() {
        anna.receives(aStart().at("09:00"));

        assertThat(anna.at("09:15:00.001")).containsExactly("09:00 #1 FINAL 09:00-09:00");
    }

    @Test
    void a_play_holds_for_no_longer_than_the_longest_play() {
        anna.receives(
                aStart().at("09:00").knowing(new TrackFacts((int) Times.lasting("20:00:00"), (short) -1, (short) -1)));
        anna.at("09:00");
        anna.at("09:10");

        assertThat(anna.at("15:00")).isEmpty();
        assertThat(anna.at("15:00:00.001")).containsExactly("09:00 #2 FINAL 09:00-09:00");
    }

    @Test
    void its_end_releases_the_session() {
        anna.receives(aLongTrack("09:00").withPlayId("p1"));
        anna.receives(aPlay().at("09:00").until("09:05").withPlayId("p1").on("laptop"));

        assertThat(anna.at("09:20:00.001")).containsExactly("09:00 #1 FINAL 09:00-09:05");
    }

    @Test
    void a_later_start_on_the_device_releases_the_session() {
        anna.receives(aLongTrack("09:00"));
        anna.receives(aStart().at("09:05"));

        assertThat(anna.at("09:20:00.001")).containsExactly("09:00 #1 FINAL 09:00-09:05");
    }

    @Test
    void a_later_end_on_the_device_releases_the_session() {
        anna.receives(aLongTrack("09:00"));
        anna.receives(aPlay().at("09:02").until("09:05").withPlayId("another"));

        assertThat(anna.at("09:20:00.001")).containsExactly("09:00 #1 FINAL 09:00-09:05");
    }

    @Test
    void what_happens_on_another_device_releases_nothing() {
        anna.receives(aLongTrack("09:00").on("phone"));
        anna.receives(aPlay().at("09:02").until("09:05").on("laptop"));
        anna.receives(aSearch().at("09:06").on("phone"));

        assertThat(anna.at("09:21:00.001")).containsExactly("09:00 #1 EARLY open 09:00-09:06");
        assertThat(anna.at("09:40:00.001")).containsExactly("09:00 #2 FINAL 09:00-09:06");
    }

    @Test
    void a_start_that_arrives_after_its_end_holds_nothing() {
        anna.receives(aPlay().at("09:00").until("09:05").withPlayId("p1"));
        anna.receives(aLongTrack("09:00").withPlayId("p1"));

        assertThat(anna.at("09:20:00.001")).containsExactly("09:00 #1 FINAL 09:00-09:05");
    }

    @Test
    void a_start_that_arrives_after_a_later_one_holds_nothing() {
        anna.receives(aStart().at("09:05"));
        anna.receives(aLongTrack("09:00"));

        assertThat(anna.at("09:20:00.001")).containsExactly("09:00 #1 FINAL 09:00-09:05");
    }

    @Test
    void the_end_of_the_track_before_does_not_release_though_it_arrives_later() {
        anna.receives(aLongTrack("09:05"));
        anna.receives(aPlay().at("09:00").until("09:05"));

        anna.at("09:20:00.001");
        assertThat(anna.at("09:45")).isEmpty();
        assertThat(anna.at("09:45:00.001")).containsExactly("09:00 #2 FINAL 09:00-09:05");
    }

    @Test
    void it_holds_its_own_session_only() {
        anna.receives(aPlay().at("08:00").on("laptop"));
        anna.receives(aLongTrack("09:00"));

        assertThat(anna.at("09:00")).containsExactly("08:00 #1 FINAL 08:00-08:03");
        assertThat(anna.at("09:30")).containsExactly("09:00 #1 EARLY open 09:00-09:00");
    }

    @Test
    void it_joins_nothing() {
        anna.receives(aLongTrack("09:00"));
        anna.receives(aPlay().at("09:15:00.001").until("09:20").on("laptop"));

        assertThat(anna.at("09:40:00.001"))
                .containsExactly("09:00 #1 FINAL 09:00-09:00", "09:15:00.001 #1 FINAL 09:15:00.001-09:20");
    }

    @Test
    void it_opens_a_closed_session_again() {
        anna.receives(aPlay().at("09:00"));
        assertThat(anna.at("09:20")).containsExactly("09:00 #1 FINAL 09:00-09:03");

        anna.receives(aLongTrack("09:03"));

        assertThat(anna.until("10:00"))
                .containsExactly(
                        "09:20:01 emits 09:00 #2 CORRECTED open 09:00-09:03",
                        "09:43:00.001 emits 09:00 #3 CORRECTED 09:00-09:03");
    }

    @Test
    void no_more_than_sixteen_devices_are_kept() {
        for (int i = 0; i < 20; i++) {
            anna.receives(aLongTrack("09:00:" + (10 + i)).on("device " + i));
        }

        assertThat(anna.kept().memory.devices())
                .extracting(ListenerMemory.DeviceInUse::deviceId)
                .containsExactlyElementsOf(
                        IntStream.range(4, 20).mapToObj(i -> "device " + i).toList());
    }
}
