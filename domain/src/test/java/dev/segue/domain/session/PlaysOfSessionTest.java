package dev.segue.domain.session;

import static dev.segue.domain.fixture.Events.aPause;
import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Events.aSearch;
import static dev.segue.domain.fixture.Events.spokenContent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.fixture.Times;
import dev.segue.domain.listening.Play;
import dev.segue.domain.session.Change.PlaysOfSession;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The plays of a session are emitted in chunks of 90, and emitted again only where they changed. */
class PlaysOfSessionTest {

    private final Story anna = new Story().withPlays();

    /** Plays of one second each, back to back. */
    private void receivesShortPlays(int number, String from) {
        for (int i = 0; i < number; i++) {
            anna.accepts(aPlay().at(Times.at(from) + 1_000L * i).lasting("0:01").of("s" + i));
        }
    }

    private List<Play> emittedLast() {
        PlaysOfSession plays =
                (PlaysOfSession) anna.emitted().get(anna.emitted().size() - 1);
        return plays.plays();
    }

    @Test
    void come_with_the_revision_in_the_order_of_plays() {
        anna.until("09:30");
        anna.accepts(aPlay().at("09:05"), aPlay().at("09:00"));

        assertThat(anna.until("09:31"))
                .containsExactly(
                        "09:30:01 emits 09:00 #1 FINAL 09:00-09:08", "09:30:01 emits 09:00 plays 0: 2 with #1");
        assertThat(emittedLast())
                .containsExactly(aPlay().at("09:00").play(), aPlay().at("09:05").play());
    }

    @Test
    void a_session_without_plays_has_no_chunk() {
        anna.until("09:30");
        anna.accepts(aSearch().at("09:00"), spokenContent().at("09:01"));

        assertThat(anna.until("09:31")).containsExactly("09:30:01 emits 09:00 #1 FINAL 09:00-09:04");
    }

    @Test
    void ninety_make_a_chunk() {
        anna.until("09:30");
        receivesShortPlays(90, "09:00");
        assertThat(anna.until("09:31"))
                .containsExactly(
                        "09:30:01 emits 09:00 #1 FINAL 09:00-09:01:30", "09:30:01 emits 09:00 plays 0: 90 with #1");

        anna.accepts(aPlay().at("09:01:30").lasting("0:01"));

        assertThat(anna.until("09:32"))
                .as("the first chunk is unchanged")
                .containsExactly(
                        "09:31:01 emits 09:00 #2 CORRECTED 09:00-09:01:31", "09:31:01 emits 09:00 plays 1: 1 with #2");
    }

    @Test
    void a_play_in_the_middle_moves_the_chunks_from_there_on() {
        anna.until("09:30");
        receivesShortPlays(200, "09:00");
        assertThat(anna.until("09:31"))
                .containsExactly(
                        "09:30:01 emits 09:00 #1 FINAL 09:00-09:03:20",
                        "09:30:01 emits 09:00 plays 0: 90 with #1",
                        "09:30:01 emits 09:00 plays 1: 90 with #1",
                        "09:30:01 emits 09:00 plays 2: 20 with #1");

        anna.accepts(aPlay().at("09:02").lasting("0:03"));

        assertThat(anna.until("09:32"))
                .containsExactly(
                        "09:31:01 emits 09:00 #2 CORRECTED 09:00-09:03:20",
                        "09:31:01 emits 09:00 plays 1: 90 with #2",
                        "09:31:01 emits 09:00 plays 2: 21 with #2");
    }

    @Test
    void what_is_no_play_moves_no_chunk() {
        anna.until("09:30");
        receivesShortPlays(100, "09:00");
        anna.until("09:31");

        anna.accepts(aSearch().at("09:00:30"), spokenContent().at("09:00:30").lasting("0:10"));

        assertThat(anna.until("09:32")).containsExactly("09:31:01 emits 09:00 #2 CORRECTED 09:00-09:01:40");
    }

    @Test
    void the_beginning_of_a_broken_play_moves_no_chunk() {
        anna.until("12:00");
        anna.accepts(aPlay().at("09:00"), aPlay().at("09:10"));
        anna.until("12:01");

        anna.accepts(aPlay().at("09:20").until("11:00").sounding("5:00"));

        assertThat(anna.until("12:02"))
                .containsExactly(
                        "12:01:01 emits 09:00 #2 CORRECTED 09:00-09:20",
                        "12:01:01 emits 10:55 #1 FINAL 10:55-11:00",
                        "12:01:01 emits 10:55 plays 0: 1 with #1");
    }

    @Test
    void a_chunk_that_is_no_more_is_gone() {
        anna.until("10:00");
        receivesShortPlays(90, "09:02");
        anna.accepts(aPlay().at("07:00").until("09:20").sounding("19:00"));
        assertThat(anna.until("10:01"))
                .containsExactly(
                        "10:00:01 emits 07:00 #1 FINAL 07:00-07:00",
                        "10:00:01 emits 09:01 #1 FINAL 09:01-09:20",
                        "10:00:01 emits 09:01 plays 0: 90 with #1",
                        "10:00:01 emits 09:01 plays 1: 1 with #1");

        anna.accepts(aSearch().at("09:01"), aPause().at("07:18"));

        assertThat(anna.until("10:02"))
                .containsExactly(
                        "10:01:01 emits 07:00 #2 CORRECTED 07:00-07:18",
                        "10:01:01 emits 09:01 #2 CORRECTED 09:01-09:03:30",
                        "10:01:01 emits 09:01 plays 0: 90 with #2",
                        "10:01:01 emits 09:01 plays 1: gone",
                        "10:01:01 emits 09:19 #1 CORRECTED 09:19-09:20",
                        "10:01:01 emits 09:19 plays 0: 1 with #1");
    }

    @Test
    void the_plays_of_a_superseded_id_are_gone_with_it() {
        anna.until("10:00");
        receivesShortPlays(91, "09:10");
        anna.until("10:01");

        anna.accepts(aPlay().at("09:00"));

        assertThat(anna.until("10:02"))
                .containsExactly(
                        "10:01:01 emits 09:00 #1 CORRECTED 09:00-09:11:31",
                        "10:01:01 emits 09:00 plays 0: 90 with #1",
                        "10:01:01 emits 09:00 plays 1: 2 with #1",
                        "10:01:01 emits 09:10 #2 SUPERSEDED by 09:00",
                        "10:01:01 emits 09:10 plays 0: gone",
                        "10:01:01 emits 09:10 plays 1: gone");
    }
}
