package dev.segue.domain.playback;

import static dev.segue.domain.fixture.Events.aPause;
import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Events.aResume;
import static dev.segue.domain.fixture.Events.aSearch;
import static dev.segue.domain.fixture.Events.aStart;
import static dev.segue.domain.fixture.Events.anAd;
import static dev.segue.domain.fixture.Events.spokenContent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.fixture.EventBuilder;
import dev.segue.domain.fixture.PlayBuilder;
import dev.segue.domain.fixture.Times;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContentFingerprintTest {

    private static PlayBuilder play() {
        return aPlay().withId("e");
    }

    private static long of(EventBuilder<?> event) {
        return ContentFingerprint.of(event.build());
    }

    @Test
    void everything_that_a_client_reports_matters() {
        List<EventBuilder<?>> different = List.of(
                play(),
                play().by("bo"),
                play().withId("f"),
                play().on("laptop"),
                play().on(new Device("phone", Device.Type.COMPUTER)),
                play().at("09:01"),
                play().lasting("3:01"),
                play().inCountry("SE"),
                play().inTimeZone("Europe/Stockholm"),
                play().inCountry("Europe/Stockholm"),
                play().offline(),
                play().withPlayId("p"),
                play().of("another"),
                play().of(null),
                play().startedBy("p"),
                play().from(PlayContext.Type.PLAYLIST, "x"),
                play().from(PlayContext.Type.ALBUM, "x"),
                play().from(PlayContext.Type.PLAYLIST, "y"),
                play().fromPlaylist("x", "week 10"),
                play().sounding("2:59"),
                play().endedBy(EndReason.LOGOUT),
                play().shuffled(),
                spokenContent().withId("e").of("song"),
                spokenContent().withId("e"),
                aStart().withId("e"),
                aStart().withId("e").startedBy("p"),
                aStart().withId("e").withPlayId("p"),
                aStart().withId("e").fromPlaylist("x"),
                aPause().withId("e"),
                aPause().withId("e").because(PauseCause.STALL),
                aPause().withId("e").withPlayId("p"),
                aResume().withId("e"),
                aResume().withId("e").withPlayId("p"),
                aSearch().withId("e"),
                anAd().withId("e"),
                anAd().withId("e").of("ad"),
                anAd().withId("e").sounding("0:00"),
                anAd().withId("e").sounding("0:30"));

        assertThat(different).extracting(ContentFingerprintTest::of).doesNotHaveDuplicates();
    }

    @Test
    void shuffling_off_is_not_the_same_as_not_knowing() {
        PlaybackEvent unknown = play().build();
        Detail.TrackEnded ended = (Detail.TrackEnded) unknown.detail();
        PlaybackEvent off = new PlaybackEvent(
                unknown.listener(),
                unknown.eventId(),
                unknown.device(),
                unknown.occurredAt(),
                null,
                null,
                0,
                null,
                null,
                false,
                new Detail.TrackEnded(
                        ended.playId(),
                        ended.trackId(),
                        ended.content(),
                        ended.startedAt(),
                        ended.playedMs(),
                        ended.endReason(),
                        ended.startReason(),
                        ended.context(),
                        false),
                unknown.track());

        assertThat(ContentFingerprint.of(off))
                .isNotEqualTo(ContentFingerprint.of(unknown))
                .isNotEqualTo(of(play().shuffled()));
    }

    @Test
    void delivery_and_what_the_catalogue_knows_do_not_matter() {
        assertThat(of(play().sentAt("10:00").receivedAt("10:01").feeling(1, 2))).isEqualTo(of(play()));
    }

    @Test
    void the_correction_of_a_clock_does_not_matter() {
        assertThat(ContentFingerprint.of(play().build().correctedBy(Times.lasting("7:00"))))
                .isEqualTo(of(play()));
    }

    @Test
    void texts_do_not_run_into_each_other() {
        assertThat(of(play().inCountry("ab").inTimeZone("c")))
                .isNotEqualTo(of(play().inCountry("a").inTimeZone("bc")));
    }

    /** State outlives a program: the fingerprints that it stores must match forever. */
    @Test
    void is_the_same_in_every_version() {
        assertThat(of(play())).isEqualTo(-4001624147176659937L);
    }

    @Test
    void among_a_hundred_thousand_events_no_two_are_alike() {
        Set<Long> fingerprints = new HashSet<>();
        for (int i = 0; i < 50_000; i++) {
            fingerprints.add(of(aPlay().withId("e" + i)));
            fingerprints.add(of(play().at(Times.at("09:00") + i)));
        }
        assertThat(fingerprints).hasSize(100_000);
    }
}
