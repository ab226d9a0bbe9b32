package dev.segue.domain.session;

import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Events.aSearch;
import static dev.segue.domain.fixture.Events.aStart;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.catalogue.TrackFacts;
import dev.segue.domain.fixture.StartBuilder;
import dev.segue.domain.fixture.Times;
import org.junit.jupiter.api.Test;

class OpenPlaysTest {

    private final Story anna = new Story();

    /** A track of forty minutes begins. */
    private static StartBuilder aLongTrack(String at) {
        return aStart().at(at).knowing(new TrackFacts((int) Times.lasting("40:00"), (short) -1, (short) -1));
    }

    @Test
    void aPlayThatHasNotEndedHoldsItsSessionOpenForItsDuration() {
        anna.hears(aLongTrack("09:00"));
        anna.at("09:00");
        anna.at("09:10");

        assertThat(anna.at("09:40")).isEmpty();
        assertThat(anna.at("09:40:00.001")).containsExactly("09:00 #2 FINAL 09:00-09:00");
    }

    @Test
    void aPlayOfUnknownDurationHoldsNothing() {
        anna.hears(aStart().at("09:00"));

        assertThat(anna.at("09:15:00.001")).containsExactly("09:00 #1 FINAL 09:00-09:00");
    }

    @Test
    void aPlayHoldsForNoLongerThanTheLongestPlay() {
        anna.hears(
                aStart().at("09:00").knowing(new TrackFacts((int) Times.lasting("20:00:00"), (short) -1, (short) -1)));
        anna.at("09:00");
        anna.at("09:10");

        assertThat(anna.at("15:00")).isEmpty();
        assertThat(anna.at("15:00:00.001")).containsExactly("09:00 #2 FINAL 09:00-09:00");
    }

    @Test
    void itsEndReleasesTheSession() {
        anna.hears(aLongTrack("09:00").withPlayId("p1"));
        anna.hears(aPlay().at("09:00").until("09:05").withPlayId("p1").on("laptop"));

        assertThat(anna.at("09:20:00.001")).containsExactly("09:00 #1 FINAL 09:00-09:05");
    }

    @Test
    void aLaterStartOnTheDeviceReleasesTheSession() {
        anna.hears(aLongTrack("09:00"));
        anna.hears(aStart().at("09:05"));

        assertThat(anna.at("09:20:00.001")).containsExactly("09:00 #1 FINAL 09:00-09:05");
    }

    @Test
    void aLaterEndOnTheDeviceReleasesTheSession() {
        anna.hears(aLongTrack("09:00"));
        anna.hears(aPlay().at("09:02").until("09:05").withPlayId("another"));

        assertThat(anna.at("09:20:00.001")).containsExactly("09:00 #1 FINAL 09:00-09:05");
    }

    @Test
    void whatHappensOnAnotherDeviceReleasesNothing() {
        anna.hears(aLongTrack("09:00").on("phone"));
        anna.hears(aPlay().at("09:02").until("09:05").on("laptop"));
        anna.hears(aSearch().at("09:06").on("phone"));

        assertThat(anna.at("09:21:00.001")).containsExactly("09:00 #1 EARLY open 09:00-09:06");
        assertThat(anna.at("09:40:00.001")).containsExactly("09:00 #2 FINAL 09:00-09:06");
    }
}
