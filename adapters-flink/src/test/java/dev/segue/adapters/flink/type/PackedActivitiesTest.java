package dev.segue.adapters.flink.type;

import static dev.segue.domain.fixture.Events.aPlay;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.session.Activity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedActivitiesTest {

    private static final int MOST = 40;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void doesWhatAnyListDoesHoweverItIsChanged(long seed) throws IOException {
        Random random = new Random(seed);
        List<Activity> plain = new ArrayList<>();
        PackedActivities packed = PackedActivities.of(List.of());
        for (int step = 0; step < 500; step++) {
            if (plain.size() == MOST) {
                plain.subList(3, MOST - 2).clear();
                packed.subList(3, MOST - 2).clear();
            } else if (!plain.isEmpty() && random.nextInt(4) == 0) {
                int place = random.nextInt(plain.size());
                assertThat(packed.remove(place)).isEqualTo(plain.remove(place));
            } else {
                int place = random.nextBoolean() ? plain.size() : random.nextInt(plain.size() + 1);
                Activity activity = activity(step, random);
                plain.add(place, activity);
                packed.add(place, activity);
            }
            assertThat(packed).isEqualTo(plain);
        }
        assertThat(readBack(packed)).isEqualTo(plain);
        assertThat(PackedActivities.of(packed.subList(1, 3))).isEqualTo(plain.subList(1, 3));
    }

    @Test
    void whatWasGivenOutStaysAsItIsWhenTheListChanges() {
        Activity first = activity(1, new Random(1));
        Activity second = activity(2, new Random(2));
        PackedActivities packed = PackedActivities.of(List.of(first, second));
        Activity given = packed.get(1);

        packed.remove(0);
        packed.remove(0);
        packed.add(activity(3, new Random(3)));

        assertThat(given).isEqualTo(second);
    }

    @Test
    void aCopyDoesNotChangeWithTheList() {
        Activity first = activity(1, new Random(1));
        PackedActivities packed = PackedActivities.of(List.of(first));
        PackedActivities copy = packed.copy();

        packed.add(0, activity(2, new Random(2)));
        packed.add(activity(3, new Random(3)));

        assertThat(copy).containsExactly(first);
    }

    /** Of any length, so that a byte that is out of place is noticed. */
    private static Activity activity(int number, Random random) {
        String track = "t".repeat(random.nextInt(200));
        return new Activity(
                number,
                number + random.nextInt(1_000),
                random.nextBoolean(),
                random.nextLong(),
                aPlay().by("anna").of(track).withId("e" + number).build());
    }

    private static List<Activity> readBack(PackedActivities packed) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        packed.write(out);
        return PackedActivities.read(new DataInputDeserializer(out.getCopyOfBuffer()));
    }
}
