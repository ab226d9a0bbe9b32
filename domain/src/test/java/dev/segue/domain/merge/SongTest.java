package dev.segue.domain.merge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which words services may name a song, so that it is the same one. */
class SongTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Them            | Blue",
                "THEM            | blue!",
                "Thém            | Blúe",
                "Them            | Blue (feat. Her)",
                "Them            | Blue [ft. Her & Him]",
                "Them            | Blue - 2011 Remaster",
                "Them            | Blue (Remastered 2011)",
                "Them            | Blue (feat. Her) - Remastered",
                "Them, Her       | Blue",
                "Them & Her      | Blue",
                "Them feat. Her  | Blue",
                "Them; Her       | Blue"
            })
    void the_same_song(String artist, String title) {
        assertThat(Song.of(artist, title)).isEqualTo(Song.of("Them", "Blue"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Them            | Blue (Live)",
                "Them            | Blue, Pt. 2",
                "Them            | Blue with Red",
                "Her             | Blue",
                "Them            | Бlue"
            })
    void another_song(String artist, String title) {
        assertThat(Song.of(artist, title).canBe(Song.of("Them", "Blue"))).isFalse();
    }

    @Test
    void where_a_service_names_no_artist_the_title_decides() {
        assertThat(Song.of(null, "Blue").canBe(Song.of("Them", "Blue"))).isTrue();
        assertThat(Song.of("Them", "Blue").canBe(Song.of(" ", "Blue"))).isTrue();
        assertThat(Song.of(null, "Blue").canBe(Song.of("Them", "Red"))).isFalse();
    }

    @Test
    void titles_without_letters_are_told_apart() {
        assertThat(Song.of("Them", "???")).isNotEqualTo(Song.of("Them", "!!!"));
        assertThat(Song.of("...", "Blue")).isNotEqualTo(Song.of("!!!", "Blue"));
        assertThat(Song.of("Them", "(feat. Her)")).isNotEqualTo(Song.of("Them", "???"));
    }

    @Test
    void of_endless_titles_the_beginning_is_compared() {
        for (String endless : new String[] {"(", " ", "(feat ", " - ", "x"}) {
            String title = "Blue" + endless.repeat(1_000_000) + "!";

            assertThat(Song.of(title, title)).isEqualTo(Song.of(title + "?", title + "?"));
        }
    }

    @Test
    void without_a_title_there_is_no_song() {
        assertThat(Song.of("Them", null)).isNull();
        assertThat(Song.of("Them", "  ")).isNull();
    }
}
