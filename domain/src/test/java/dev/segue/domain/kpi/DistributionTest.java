package dev.segue.domain.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DistributionTest {

    @Test
    void every_value_up_to_31_has_a_bucket_of_its_own() {
        for (int value = 0; value <= Buckets.EXACT_UP_TO; value++) {
            assertThat(Buckets.upTo(value)).isEqualTo(value);
        }
        assertThat(Buckets.upTo(-3)).isZero();
    }

    @Test
    void every_doubling_has_16_buckets_from_then_on() {
        TreeSet<Integer> from32 = new TreeSet<>();
        TreeSet<Integer> from1024 = new TreeSet<>();
        for (int value = 32; value < 64; value++) {
            from32.add(Buckets.upTo(value));
        }
        for (int value = 1024; value < 2048; value++) {
            from1024.add(Buckets.upTo(value));
        }

        assertThat(from32).hasSize(16).startsWith(33, 35, 37).endsWith(63);
        assertThat(from1024).hasSize(16).startsWith(1087, 1151).endsWith(2047);
        assertThat(Buckets.upTo(Integer.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void what_is_emitted_is_never_too_small_and_less_than_one_part_in_16_too_large() {
        Random random = new Random(1);
        double worst = 0;
        for (int i = 0; i < 100_000; i++) {
            int value = 1 + random.nextInt(1 << (1 + random.nextInt(30)));
            int emitted = Buckets.upTo(value);
            assertThat(emitted).isGreaterThanOrEqualTo(value);
            worst = Math.max(worst, (emitted - (double) value) / value);
        }

        assertThat(worst).isLessThan(1.0 / 16).isGreaterThan(0.06);
    }

    @Test
    void a_percentile_is_the_first_bucket_that_reaches_so_many_of_the_values() {
        Distribution ten = Distribution.ofBuckets(new TreeMap<>(Map.of(1, 5, 4, 4, 33, 1)));

        assertThat(ten.percentile(50)).hasValue(1);
        assertThat(ten.percentile(51)).hasValue(4);
        assertThat(ten.percentile(90)).hasValue(4);
        assertThat(ten.percentile(99)).hasValue(33);
    }

    @Test
    void adds_and_takes_back_as_a_map_of_counts_does() {
        Random random = new Random(2);
        TreeMap<Integer, Integer> model = new TreeMap<>();
        List<Integer> values = new ArrayList<>();
        Distribution sum = Distribution.EMPTY;
        for (int i = 0; i < 2_000; i++) {
            boolean takeBack = !values.isEmpty() && random.nextInt(5) < 2;
            int value = takeBack ? values.remove(random.nextInt(values.size())) : random.nextInt(200);
            if (!takeBack) {
                values.add(value);
            }
            int sign = takeBack ? -1 : 1;
            model.merge(Buckets.upTo(value), sign, (before, more) -> before + more == 0 ? null : before + more);
            sum = sum.with(Distribution.of(value), sign);

            assertThat(sum).isEqualTo(Distribution.ofBuckets(model)).hasSameHashCodeAs(Distribution.ofBuckets(model));
            assertThat(sum).hasToString(model.toString());
            int from = random.nextInt(200);
            assertThat(sum.countFrom(from))
                    .isEqualTo(model.tailMap(from).values().stream()
                            .mapToInt(Integer::intValue)
                            .sum());
            assertThat(sum.countOf(from)).isEqualTo(model.getOrDefault(from, 0));
        }
        assertThat(Distribution.of(values)).isEqualTo(sum);
        assertThat(Distribution.of(values).plus(sum).total()).isEqualTo(2L * values.size());
    }

    @Test
    void of_nothing_there_is_no_percentile() {
        assertThat(Distribution.EMPTY.percentile(50)).isEqualTo(OptionalInt.empty());
    }
}
