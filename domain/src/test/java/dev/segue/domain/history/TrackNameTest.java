package dev.segue.domain.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.playback.Intake;
import org.junit.jupiter.api.Test;

/** Names of tracks: how they are merged and cut. */
class TrackNameTest {

    @Test
    void the_longer_text_wins_and_of_equally_long_ones_the_alphabetically_first_whichever_comes_first() {
        TrackName one = new TrackName("Blue", "Them", null);
        TrackName other = new TrackName("Blue (Live)", "Thom", "Colours");

        assertThat(one.and(other)).isEqualTo(new TrackName("Blue (Live)", "Them", "Colours"));
        assertThat(other.and(one)).isEqualTo(one.and(other));
    }

    @Test
    void a_long_name_is_cut_but_never_within_a_character() {
        String most = "a".repeat(Intake.LONGEST_TEXT);

        assertThat(new TrackName(most, null, null).title()).isEqualTo(most);
        assertThat(new TrackName(most + "b", null, null).title()).isEqualTo(most);
        assertThat(new TrackName(most.substring(1) + "\uD83C\uDFB5", null, null).title())
                .isEqualTo(most.substring(1));
    }
}
