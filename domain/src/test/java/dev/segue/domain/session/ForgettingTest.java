package dev.segue.domain.session;

import static dev.segue.domain.fixture.Events.aPlay;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is emitted about a listener who is forgotten. */
class ForgettingTest {

    private final Story story = new Story().withPlays();

    @Test
    void all_that_was_emitted_is_deleted() {
        emitASupersededAndACurrentSession();
        story.accepts(aPlay().at("10:30"));

        assertThat(story.forgets()).containsExactly("09:05 PURGED", "09:05 plays 0: gone", "09:15 PURGED");
        assertThat(story.hasNoState()).isTrue();
        assertThat(story.untilTheEnd()).isEmpty();
    }

    @Test
    void an_id_about_to_be_superseded_is_deleted_with_its_plays() {
        story.accepts(aPlay().at("09:15"));
        story.at("10:00");
        story.accepts(aPlay().at("09:05"));

        assertThat(story.forgets()).containsExactly("09:15 PURGED", "09:15 plays 0: gone");
    }

    @Test
    void what_comes_after_it_starts_anew() {
        emitASupersededAndACurrentSession();
        story.forgets();

        story.accepts(aPlay().at("09:21"));
        assertThat(story.at("10:20")).containsExactly("09:21 #1 FINAL 09:21-09:24", "09:21 plays 0: 1 with #1");
    }

    private void emitASupersededAndACurrentSession() {
        story.accepts(aPlay().at("09:15"));
        assertThat(story.at("10:00")).containsExactly("09:15 #1 FINAL 09:15-09:18", "09:15 plays 0: 1 with #1");
        story.accepts(aPlay().at("09:05"));
        assertThat(story.at("10:10"))
                .containsExactly(
                        "09:05 #1 CORRECTED 09:05-09:18",
                        "09:05 plays 0: 2 with #1",
                        "09:15 #2 SUPERSEDED by 09:05",
                        "09:15 plays 0: gone");
    }
}
