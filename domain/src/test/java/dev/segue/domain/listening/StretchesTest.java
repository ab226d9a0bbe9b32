package dev.segue.domain.listening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StretchesTest {

    private final Stretches stretches = new Stretches();

    private List<String> joined() {
        List<String> joined = new ArrayList<>();
        for (int i = 0; i < stretches.count(); i++) {
            joined.add(stretches.start(i) + "-" + stretches.end(i));
        }
        return joined;
    }

    @Test
    void there_are_none_at_first() {
        assertThat(joined()).isEmpty();
        assertThat(stretches.length()).isZero();
    }

    @Test
    void those_that_overlap_are_one() {
        stretches.add(10, 20);
        stretches.add(15, 30);

        assertThat(joined()).containsExactly("10-30");
        assertThat(stretches.length()).isEqualTo(20);
    }

    @Test
    void those_that_touch_are_one() {
        stretches.add(20, 30);
        stretches.add(10, 20);

        assertThat(joined()).containsExactly("10-30");
    }

    @Test
    void those_with_a_millisecond_between_are_two() {
        stretches.add(21, 30);
        stretches.add(10, 20);

        assertThat(joined()).containsExactly("10-20", "21-30");
        assertThat(stretches.length()).isEqualTo(19);
    }

    @Test
    void an_instant_adds_nothing() {
        stretches.add(10, 10);
        stretches.add(12, 11);

        assertThat(joined()).isEmpty();
    }

    @Test
    void one_within_another_adds_nothing() {
        stretches.add(10, 40);
        stretches.add(20, 30);

        assertThat(joined()).containsExactly("10-40");
    }

    @Test
    void the_first_can_be_requested_without_counting() {
        stretches.add(30, 40);
        stretches.add(10, 20);

        assertThat(stretches.start(0)).isEqualTo(10);
        stretches.add(1, 2);
        assertThat(stretches.end(0)).isEqualTo(2);
    }

    @Test
    void cover_what_they_cover_millisecond_by_millisecond() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Stretches some = new Stretches();
            BitSet covered = new BitSet();
            for (int i = 0; i < 60; i++) {
                int from = random.nextInt(600);
                int to = from + random.nextInt(seed % 2 == 0 ? 6 : 60);
                some.add(from, to);
                covered.set(from, to);
                if (random.nextInt(10) == 0) {
                    assertThat(some.length()).as("meanwhile, seed %d", seed).isEqualTo(covered.cardinality());
                }
            }
            int number = 0;
            for (int start = covered.nextSetBit(0); start >= 0; number++) {
                int end = covered.nextClearBit(start);
                assertThat(some.start(number)).as("start, seed %d", seed).isEqualTo(start);
                assertThat(some.end(number)).as("end, seed %d", seed).isEqualTo(end);
                start = covered.nextSetBit(end);
            }
            assertThat(some.count()).as("count, seed %d", seed).isEqualTo(number);
        }
    }
}
