package dev.segue.adapters.flink.session;

import static dev.segue.domain.fixture.Events.aPlay;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.timeline.Activity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    void does_what_any_list_does_however_it_is_changed(long seed) throws IOException {
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
    void what_was_given_out_stays_as_it_is_when_the_list_changes() {
        Activity first = activity(1, new Random(1));
        Activity second = activity(2, new Random(2));
        PackedActivities packed = PackedActivities.of(List.of(first, second));
        Activity given = packed.get(1);

        packed.remove(0);
        packed.remove(0);
        packed.add(activity(3, new Random(3)));

        assertThat(given).isEqualTo(second);
    }

    /** Bytes that a checkpoint writes while the list keeps changing stay the same, too. */
    @Test
    void a_copy_does_not_change_with_the_list() {
        Activity first = named("phone", 1, new Random(1));
        Activity second = named("phone", 2, new Random(2));
        PackedActivities packed = PackedActivities.of(List.of(first));
        packed.add(second);
        packed.remove(1);
        byte[] bytes = packed.bytes();
        PackedActivities copy = packed.copy();

        packed.add(second);

        assertThat(packed.bytes()).as("appended to in place").isSameAs(bytes);
        assertThat(copy).containsExactly(first);
    }

    @Test
    void names_that_no_event_has_any_more_are_purged() {
        Random random = new Random(1);
        PackedActivities packed = PackedActivities.of(List.of());
        for (int i = 0; i < 1_000; i++) {
            packed.add(named("device-" + i, i, random));
            if (packed.size() > 3) {
                packed.remove(0);
            }
        }

        assertThat(packed.get(2).event().device().id()).isEqualTo("device-999");
        assertThat(packed.bytes()).hasSizeLessThan(2_000);
    }

    @Test
    void names_may_be_many_and_long_and_of_any_letters() throws IOException {
        Random random = new Random(1);
        List<Activity> plain = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            plain.add(named(i % 7 == 0 ? "device-".repeat(20) + i : "d\u00e9vice-\u97f3" + i, i, random));
        }
        PackedActivities packed = PackedActivities.of(plain);

        assertThat(packed).isEqualTo(plain);
        assertThat(readBack(packed)).isEqualTo(plain);
    }

    @Test
    void a_name_is_written_once() {
        Random random = new Random(1);
        String name = "device".repeat(15);
        PackedActivities packed = PackedActivities.of(List.of(named(name, 0, random), named(name, 1, random)));

        assertThat(new String(packed.bytes(), StandardCharsets.UTF_8)).containsOnlyOnce(name);
    }

    private static Activity named(String device, int number, Random random) {
        return new Activity(
                number,
                number + 1,
                true,
                random.nextLong(),
                aPlay().by("anna").on(device).withId("e" + number).build());
    }

    /** Of random length, so that a misplaced byte is noticed; with more names than a leaf keeps unused. */
    private static Activity activity(int number, Random random) {
        String track = "t".repeat(random.nextInt(200));
        String device = "device-" + random.nextInt(60) + "s".repeat(random.nextInt(10) == 0 ? 130 : 0);
        return new Activity(
                number,
                number + random.nextInt(1_000),
                random.nextBoolean(),
                random.nextLong(),
                aPlay().by("anna").of(track).on(device).withId("e" + number).build());
    }

    private static List<Activity> readBack(PackedActivities packed) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        packed.write(out);
        return PackedActivities.read(new DataInputDeserializer(out.getCopyOfBuffer()));
    }
}
