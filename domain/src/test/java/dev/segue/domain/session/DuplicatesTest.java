package dev.segue.domain.session;

import static dev.segue.domain.fixture.Events.aPause;
import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Events.aSearch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.clock.Clocks;
import dev.segue.domain.fixture.EventBuilder;
import dev.segue.domain.fixture.Times;
import dev.segue.domain.playback.PlaybackEvent;
import org.junit.jupiter.api.Test;

/** A report is recognised however it arrives, as long as its effects are retained. */
class DuplicatesTest {

    private static final String MINUTE = "1:00";

    private final SessionsInMemory stream = new SessionsInMemory(SessionRules.DEFAULT);

    private Outcome receives(EventBuilder<?> event) {
        return receives(event.build());
    }

    /** With its times corrected by {@code shift}. */
    private Outcome receives(EventBuilder<?> event, String shift) {
        return receives(event.build().correctedBy(Times.lasting(shift)));
    }

    private Outcome receives(PlaybackEvent event) {
        return stream.accept(event, Clocks.at(Times.at("12:00")));
    }

    @Test
    void the_same_event_again() {
        assertThat(receives(aPlay())).isEqualTo(Outcome.ACCEPTED);
        assertThat(receives(aPlay())).isEqualTo(Outcome.DUPLICATE);
    }

    @Test
    void the_same_event_delivered_otherwise() {
        assertThat(receives(aPlay().sentAt("09:04").receivedAt("09:05"))).isEqualTo(Outcome.ACCEPTED);
        assertThat(receives(aPlay().sentAt("10:04").receivedAt("10:05"))).isEqualTo(Outcome.DUPLICATE);
    }

    @Test
    void the_same_event_when_the_catalogue_knows_more() {
        assertThat(receives(aPlay())).isEqualTo(Outcome.ACCEPTED);
        assertThat(receives(aPlay().feeling(900, 900))).isEqualTo(Outcome.DUPLICATE);
    }

    @Test
    void corrected_by_the_same() {
        assertThat(receives(aPlay(), MINUTE)).isEqualTo(Outcome.ACCEPTED);
        assertThat(receives(aPlay(), MINUTE)).isEqualTo(Outcome.DUPLICATE);
    }

    @Test
    void corrected_by_another_minute() {
        assertThat(receives(aPlay(), MINUTE)).isEqualTo(Outcome.ACCEPTED);
        assertThat(receives(aPlay(), "2:00")).isEqualTo(Outcome.DUPLICATE);
    }

    @Test
    void corrected_and_then_not() {
        assertThat(receives(aPlay(), MINUTE)).isEqualTo(Outcome.ACCEPTED);
        assertThat(receives(aPlay())).isEqualTo(Outcome.DUPLICATE);
    }

    @Test
    void not_corrected_and_then_corrected() {
        assertThat(receives(aPlay())).isEqualTo(Outcome.ACCEPTED);
        assertThat(receives(aPlay(), MINUTE)).isEqualTo(Outcome.DUPLICATE);
    }

    @Test
    void another_event_that_happens_at_the_time_to_which_one_was_corrected() {
        assertThat(receives(aSearch().at("09:00").withId("e"), MINUTE)).isEqualTo(Outcome.ACCEPTED);
        assertThat(receives(aSearch().at("09:01").withId("e"))).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void other_content_under_the_same_id() {
        assertThat(receives(aPlay().withId("e").of("one"))).isEqualTo(Outcome.ACCEPTED);
        assertThat(receives(aPlay().withId("e").of("two"))).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void aBrokenPlay() {
        EventBuilder<?> broken = aPlay().at("09:00").until("11:00").sounding("5:00");

        assertThat(receives(broken)).isEqualTo(Outcome.ACCEPTED);
        assertThat(receives(broken)).isEqualTo(Outcome.DUPLICATE);
        assertThat(receives(broken, MINUTE)).isEqualTo(Outcome.DUPLICATE);
    }

    @Test
    void a_broken_play_whose_pieces_have_moved() {
        EventBuilder<?> broken = aPlay().at("09:00").until("11:00").sounding("5:00");

        assertThat(receives(broken)).isEqualTo(Outcome.ACCEPTED);
        assertThat(receives(aPause().at("09:02"))).isEqualTo(Outcome.ACCEPTED);
        assertThat(receives(broken)).isEqualTo(Outcome.DUPLICATE);
        assertThat(receives(aPause().at("09:02"))).isEqualTo(Outcome.DUPLICATE);
    }

    @Test
    void a_duplicate_changes_nothing() {
        receives(aPlay().at("09:00"));
        stream.advance(Clocks.at(Times.at("13:00")));

        assertThat(receives(aPlay().at("09:00"))).isEqualTo(Outcome.DUPLICATE);

        assertThat(stream.advance(Clocks.at(Times.at("14:00")))).isEmpty();
    }

    @Test
    void what_is_stored_of_events_is_purged_with_their_sessions() {
        receives(aPlay().at("09:00"), MINUTE);
        receives(aPlay().at("10:00").until("11:00").sounding("5:00"));
        receives(aPause().at("10:01"));
        receives(aPlay().at("07:00").until("08:00").sounding("5:00"), MINUTE);
        assertThat(stream.keptOf("anna").receipts).hasSize(3);

        stream.advance(Clocks.at(Clocks.ENDED));

        assertThat(stream.keptOf("anna").receipts).isEmpty();
        assertThat(stream.keptOf("anna").memory.receipts()).isZero();
        assertThat(stream.keptOf("anna").memory.brokenPlays()).isEmpty();
        assertThat(stream.isEmpty()).isTrue();
    }
}
