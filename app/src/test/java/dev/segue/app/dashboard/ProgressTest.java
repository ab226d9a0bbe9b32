package dev.segue.app.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.web.store.Topic.State;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final Progress progress = new Progress();

    @Test
    void a_topic_is_being_caught_up_with_until_it_has_been_read_to_its_end() {
        assertThat(progress.unasked()).isEqualTo(State.UNKNOWN);
        assertThat(progress.there(Progress.NOT_KNOWN)).isEqualTo(State.CATCHING_UP);
        assertThat(progress.there(1_001)).isEqualTo(State.CATCHING_UP);
        assertThat(progress.there(1_000)).isEqualTo(State.LIVE);
    }

    @Test
    void what_was_read_to_its_end_once_is_only_behind_when_more_comes_than_is_read_at_once() {
        progress.there(0);

        assertThat(progress.there(1_001)).isEqualTo(State.BEHIND);
        assertThat(progress.there(1_000)).isEqualTo(State.LIVE);
    }

    @Test
    void what_was_read_to_its_end_once_stays_so_while_the_brokers_do_not_say_how_much_there_is() {
        progress.there(0);

        assertThat(progress.there(Progress.NOT_KNOWN)).isEqualTo(State.LIVE);
    }

    @Test
    void a_topic_that_is_made_again_is_read_from_its_beginning() {
        progress.there(0);

        assertThat(progress.missing()).isEqualTo(State.MISSING);
        assertThat(progress.there(1_001)).isEqualTo(State.CATCHING_UP);
    }
}
