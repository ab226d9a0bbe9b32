package dev.segue.domain.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.merge.ServiceMerge.Reported;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which plays of several services are one, and which of them counts. */
class ServiceMergeTest {

    private static final long TOLERANCE = ServiceMerge.TOLERANCE_MS;

    @Test
    void of_two_services_the_one_that_knows_the_played_time_counts() {
        assertThat(ServiceMerge.counting(List.of(scrobble("a", 0), play("spotify", TOLERANCE))))
                .containsExactly(1, 1);
    }

    @Test
    void if_none_knows_it_the_first_counts() {
        assertThat(ServiceMerge.counting(List.of(scrobble("b", 1), scrobble("a", 0))))
                .containsExactly(1, 1);
    }

    @Test
    void if_both_know_it_the_first_counts() {
        assertThat(ServiceMerge.counting(List.of(play("b", 0), play("a", 1)))).containsExactly(0, 0);
    }

    @Test
    void a_millisecond_beyond_the_tolerance_they_are_two() {
        assertThat(ServiceMerge.counting(List.of(scrobble("a", 0), play("b", TOLERANCE + 1))))
                .containsExactly(0, 1);
    }

    @Test
    void one_service_reports_each_play_once() {
        assertThat(ServiceMerge.counting(List.of(scrobble("a", 0), scrobble("a", 1))))
                .containsExactly(0, 1);
    }

    @Test
    void each_play_finds_its_own_counterpart() {
        assertThat(ServiceMerge.counting(
                        List.of(scrobble("a", 0), scrobble("a", 60_000), play("b", 1_000), play("b", 61_000))))
                .containsExactly(2, 3, 2, 3);
    }

    @Test
    void three_services_can_report_one_play() {
        assertThat(ServiceMerge.counting(List.of(scrobble("a", 0), play("b", 1_000), scrobble("c", 2_000))))
                .containsExactly(1, 1, 1);
    }

    @Test
    void another_artist_is_another_song_but_an_unknown_one_is_not() {
        Reported hers = new Reported("c", "c1", Song.of("Her", "Blue"), 0, true);
        Reported someones = new Reported("b", "b1", Song.of(null, "Blue"), 1, true);

        assertThat(ServiceMerge.counting(List.of(scrobble("a", 0), hers))).containsExactly(0, 1);
        assertThat(ServiceMerge.counting(List.of(scrobble("a", 0), someones))).containsExactly(1, 1);
        assertThat(ServiceMerge.counting(List.of(scrobble("a", 0), hers, someones)))
                .as("one report is not of two plays")
                .containsExactly(2, 1, 2);
    }

    @Test
    void the_order_of_reports_changes_nothing() {
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            List<Reported> plays = new ArrayList<>();
            for (int n = 0; n < 8; n++) {
                String service = List.of("a", "b", "c").get(random.nextInt(3));
                plays.add(new Reported(
                        service,
                        service + n,
                        Song.of(random.nextInt(4) == 0 ? null : "Them", "Blue"),
                        random.nextInt(8) * 45_000L,
                        random.nextBoolean()));
            }
            List<Reported> shuffled = new ArrayList<>(plays);
            Collections.shuffle(shuffled, random);

            assertThat(pairs(shuffled)).containsExactlyInAnyOrderElementsOf(pairs(plays));
        }
    }

    @Test
    void a_play_is_looked_for_among_a_bounded_number() {
        List<Reported> plays = new ArrayList<>();
        for (int i = 0; i < 200_000; i++) {
            plays.add(new Reported("a", "a" + i, Song.of("Them", "Blue"), 0, false));
        }

        assertThat(ServiceMerge.counting(plays))
                .isEqualTo(IntStream.range(0, plays.size()).toArray());
    }

    private static List<List<Reported>> pairs(List<Reported> plays) {
        int[] counting = ServiceMerge.counting(plays);
        return IntStream.range(0, counting.length)
                .mapToObj(i -> List.of(plays.get(i), plays.get(counting[i])))
                .toList();
    }

    private static Reported scrobble(String service, long startedAt) {
        return new Reported(service, service + startedAt, Song.of("Them", "Blue"), startedAt, false);
    }

    private static Reported play(String service, long startedAt) {
        return new Reported(service, service + startedAt, Song.of("Them", "Blue"), startedAt, true);
    }
}
