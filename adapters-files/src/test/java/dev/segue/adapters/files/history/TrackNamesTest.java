package dev.segue.adapters.files.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.history.TrackName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What tracks are called, whichever row comes first. */
class TrackNamesTest {

    @Test
    void rows_that_differ_on_a_track_are_merged() {
        TrackNames names = TrackNames.atMost(10);

        names.add("t1", new TrackName("Blue", "Them", null));
        names.add("t1", new TrackName("Blue", null, "Colours"));

        assertThat(names.of("t1")).isEqualTo(new TrackName("Blue", "Them", "Colours"));
        assertThat(names.of("t2")).isEqualTo(TrackName.UNKNOWN);
        assertThat(names.of(null)).isEqualTo(TrackName.UNKNOWN);
        assertThat(names.isFull()).isFalse();
    }

    @Test
    void when_not_all_fit_the_same_ones_stay_in_any_order() {
        List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(order, new Random(seed));
            TrackNames names = TrackNames.atMost(3);

            order.forEach(number -> names.add("t" + number, new TrackName("title" + number, null, null)));

            assertThat(names.isFull()).isTrue();
            assertThat(names.of("t2").title()).isEqualTo("title2");
            assertThat(names.of("t3")).isEqualTo(TrackName.UNKNOWN);
        }
    }

    @Test
    void without_room_nothing_is_stored() {
        TrackNames names = TrackNames.atMost(0);

        names.add("t1", new TrackName("Blue", null, null));

        assertThat(names.of("t1")).isEqualTo(TrackName.UNKNOWN);
        assertThat(names.isFull()).isFalse();
    }
}
