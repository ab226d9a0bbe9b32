package dev.segue.adapters.kafka.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.domain.catalogue.TrackFacts;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TrackTableTest {

    private static final int A_MILLION = 1_000_000;
    private static final long MOST_BYTES = 200L * 1024 * 1024;

    private final TrackTable table = new TrackTable();

    @Test
    void knows_what_it_was_given() {
        TrackFacts calm = new TrackFacts(180_000, (short) 700, (short) 200);
        table.put("calm", calm);

        assertThat(table.factsOf("calm")).isEqualTo(calm);
        assertThat(table.factsOf("other")).isEqualTo(TrackFacts.UNKNOWN);
    }

    @Test
    void keeps_the_edges_of_every_value() {
        TrackFacts widest = new TrackFacts(Integer.MAX_VALUE, (short) 1000, (short) 1000);
        TrackFacts halfKnown = new TrackFacts(0, TrackFacts.NOT_KNOWN, (short) 0);
        table.put("widest", widest);
        table.put("half", halfKnown);
        table.put("unknown", TrackFacts.UNKNOWN);
        table.put("", new TrackFacts(1, (short) 0, TrackFacts.NOT_KNOWN));

        assertThat(table.factsOf("widest")).isEqualTo(widest);
        assertThat(table.factsOf("half")).isEqualTo(halfKnown);
        assertThat(table.factsOf("unknown")).isEqualTo(TrackFacts.UNKNOWN);
        assertThat(table.factsOf("")).isEqualTo(new TrackFacts(1, (short) 0, TrackFacts.NOT_KNOWN));
        assertThat(table.size()).isEqualTo(4);
    }

    @Test
    void the_latest_record_counts() {
        table.put("song", lasting(1));
        table.put("song", lasting(2));

        assertThat(table.factsOf("song")).isEqualTo(lasting(2));
        assertThat(table.size()).isEqualTo(1);
    }

    @Test
    void removes_and_adds_again() {
        table.put("song", lasting(1));
        table.remove("song");
        table.remove("song");
        table.remove("unknown");
        assertThat(table.factsOf("song")).isEqualTo(TrackFacts.UNKNOWN);
        assertThat(table.size()).isZero();

        table.put("song", lasting(2));
        assertThat(table.factsOf("song")).isEqualTo(lasting(2));
        assertThat(table.size()).isEqualTo(1);
    }

    @Test
    void distinguishes_ids_that_differ_in_one_character_or_in_order() {
        table.put("ab", lasting(1));
        table.put("ba", lasting(2));
        table.put("aab", lasting(3));
        table.put("ab\u0000", lasting(4));

        assertThat(table.factsOf("ab")).isEqualTo(lasting(1));
        assertThat(table.factsOf("ba")).isEqualTo(lasting(2));
        assertThat(table.factsOf("aab")).isEqualTo(lasting(3));
        assertThat(table.factsOf("ab\u0000")).isEqualTo(lasting(4));
    }

    @Test
    void agrees_with_a_map_over_many_random_changes() {
        Random random = new Random(7);
        Map<String, TrackFacts> expected = new HashMap<>();
        for (int i = 0; i < 200_000; i++) {
            String id = "t" + random.nextInt(20_000);
            if (random.nextInt(3) == 0) {
                table.remove(id);
                expected.remove(id);
            } else {
                TrackFacts facts = lasting(i);
                table.put(id, facts);
                expected.put(id, facts);
            }
        }

        assertThat(table.size()).isEqualTo(expected.size());
        for (int i = 0; i < 20_000; i++) {
            assertThat(table.factsOf("t" + i)).isEqualTo(expected.getOrDefault("t" + i, TrackFacts.UNKNOWN));
        }
    }

    @Test
    void does_not_grow_when_tracks_come_and_go() {
        for (int i = 0; i < A_MILLION; i++) {
            table.put("t" + i, lasting(i));
            table.remove("t" + i);
        }

        assertThat(table.bytes()).isEqualTo(new TrackTable().bytes());
    }

    @Test
    void holds_a_million_tracks_in_far_less_than_200_megabytes_even_while_it_grows() {
        long mostWhileGrowing = 0;
        for (int i = 0; i < A_MILLION; i++) {
            long before = table.bytes();
            table.put("spotify:track:" + Integer.toString(i, 36), lasting(i));
            long after = table.bytes();
            mostWhileGrowing = Math.max(mostWhileGrowing, after > before ? before + after : after);
        }

        assertThat(table.size()).isEqualTo(A_MILLION);
        assertThat(mostWhileGrowing).isLessThan(MOST_BYTES / 2);
        for (int i = 0; i < A_MILLION; i++) {
            TrackFacts facts = table.factsOf("spotify:track:" + Integer.toString(i, 36));
            if (facts.durationMs() != i) {
                assertThat(facts).describedAs("track %d", i).isEqualTo(lasting(i));
            }
        }
    }

    @Test
    void a_reader_never_sees_a_track_that_was_never_there() throws InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        AtomicReference<String> wrong = new AtomicReference<>();
        Thread reader = new Thread(() -> {
            Random random = new Random(1);
            while (!done.get()) {
                int track = random.nextInt(50_000);
                TrackFacts facts = table.factsOf("t" + track);
                if (!facts.equals(TrackFacts.UNKNOWN) && facts.durationMs() != track + 1) {
                    wrong.set("track " + track + " has " + facts);
                }
            }
        });
        reader.start();
        for (int round = 0; round < 5; round++) {
            for (int i = 0; i < 50_000; i++) {
                table.put("t" + i, lasting(i + 1));
            }
            for (int i = round; i < 50_000; i += 3) {
                table.remove("t" + i);
            }
        }
        done.set(true);
        reader.join();

        assertThat(wrong.get()).isNull();
    }

    private static TrackFacts lasting(int durationMs) {
        return new TrackFacts(durationMs, (short) (durationMs % 1001), (short) ((durationMs + 500) % 1001));
    }
}
