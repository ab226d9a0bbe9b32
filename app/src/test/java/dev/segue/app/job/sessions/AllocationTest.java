package dev.segue.app.job.sessions;

import static dev.segue.domain.fixture.Events.aPlay;
import static dev.segue.domain.fixture.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.segue.adapters.flink.backend.Backends;
import dev.segue.adapters.flink.session.SessionOperator;
import dev.segue.adapters.flink.session.SessionTypes;
import dev.segue.adapters.kafka.codec.PlaybackCodec;
import dev.segue.adapters.kafka.codec.PlaysCodec;
import dev.segue.adapters.kafka.codec.RegistryInMemory;
import dev.segue.adapters.kafka.codec.SessionCodec;
import dev.segue.domain.clock.Feed;
import dev.segue.domain.playback.EndReason;
import dev.segue.domain.playback.PlaybackEvent;
import dev.segue.domain.playback.PlaybackRecord;
import dev.segue.domain.session.Change;
import dev.segue.domain.session.SessionRules;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/**
 * Guards what an event costs from its bytes to those of its session, by how much is allocated for it: unlike a time, that is
 * the same on every machine. It is compared with what decoding the event allocates, which no pipeline can save. Measured
 * without the compiler that removes allocations, as the tests of this module run.
 */
class AllocationTest {

    /** What was measured. Whoever makes it smaller lowers it here. */
    private static final double ON_THE_HEAP = 15.2;

    private static final double IN_ROCKS_DB = 29.3;

    private static final double TOLERATED = 1.2;

    private static final int LISTENERS = 200;
    private static final int SITTINGS = 3;
    private static final int PLAYS = 10;
    private static final long BEGIN = at("09:00");
    private static final long CLOCK_STEP_MS = 10_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final RegistryInMemory registry = new RegistryInMemory();
    private final PlaybackCodec playback = new PlaybackCodec(registry, "listening.playback");
    private final SessionCodec sessions = new SessionCodec(registry, "listening.sessions");
    private final PlaysCodec plays = new PlaysCodec(registry, "listening.plays");
    private final List<byte[]> records = records();
    private long encoded;

    @Test
    void on_the_heap_an_event_costs_what_it_did() throws Exception {
        assertThat(costInDecodings(new HashMapStateBackend())).isLessThan(TOLERATED * ON_THE_HEAP);
    }

    @Test
    void in_rocks_db_an_event_costs_what_it_did() throws Exception {
        assertThat(costInDecodings(Backends.rocksDb())).isLessThan(TOLERATED * IN_ROCKS_DB);
    }

    /** Everything once, so that classes are loaded; then what is measured. */
    private double costInDecodings(StateBackend backend) throws Exception {
        decode();
        long decoding = allocatedBy(this::decode);
        toSessions(backend);
        long all = allocatedBy(() -> toSessions(backend));
        System.out.printf(
                "%s: %d bytes allocated for an event, %d of them to decode it; %d bytes written for each%n",
                backend.getClass().getSimpleName(),
                all / records.size(),
                decoding / records.size(),
                encoded / 2 / records.size());
        return (double) all / decoding;
    }

    private interface Work {
        void run() throws Exception;
    }

    private static long allocatedBy(Work work) throws Exception {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        work.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    private void decode() throws Exception {
        for (byte[] value : records) {
            playback.decode(value);
        }
    }

    private void toSessions(StateBackend backend) throws Exception {
        try (KeyedOneInputStreamOperatorTestHarness<String, PlaybackRecord, Change> operator = operator(backend)) {
            long clock = BEGIN;
            StreamRecord<PlaybackRecord> next = new StreamRecord<>(null);
            for (byte[] value : records) {
                PlaybackEvent event = playback.decode(value);
                operator.processElement(next.replace(event, event.occurredAt()));
                if (event.occurredAt() - CLOCK_STEP_MS >= clock) {
                    clock = event.occurredAt();
                    operator.processWatermark(clock);
                    encode(operator);
                }
            }
        }
    }

    private void encode(KeyedOneInputStreamOperatorTestHarness<String, PlaybackRecord, Change> operator) {
        for (Change change : operator.extractOutputValues()) {
            if (change instanceof Change.Revision revision) {
                encoded += sessions.encode(revision).length;
            } else if (change instanceof Change.PlaysOfSession chunk) {
                encoded += plays.encode(chunk).length;
            }
        }
        operator.getOutput().clear();
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, PlaybackRecord, Change> operator(StateBackend backend)
            throws Exception {
        KeyedOneInputStreamOperatorTestHarness<String, PlaybackRecord, Change> operator =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new SessionOperator("sessions", SessionRules.DEFAULT, Feed.LIVE),
                        PlaybackRecord::listener,
                        Types.STRING);
        operator.setStateBackend(backend);
        operator.setup(SessionTypes.CHANGES.createSerializer(new SerializerConfigImpl()));
        operator.open();
        return operator;
    }

    /** Listeners sit down for ten plays of three minutes or less, three times with half an hour between. */
    private List<byte[]> records() {
        SplittableRandom random = new SplittableRandom(7);
        List<PlaybackEvent> events = new ArrayList<>();
        for (int listener = 0; listener < LISTENERS; listener++) {
            long time = BEGIN + random.nextInt(3_600_000);
            for (int play = 0; play < SITTINGS * PLAYS; play++) {
                time += play % PLAYS == 0 ? 1_800_000 : random.nextInt(5_000);
                boolean isSkipped = random.nextInt(3) == 0;
                int length = isSkipped ? random.nextInt(1_000, 60_000) : 180_000;
                events.add(aPlay().by("listener-" + listener)
                        .of("spotify:track:" + random.nextInt(100_000))
                        .withId("event-" + events.size())
                        .withPlayId("play-" + events.size())
                        .on("device-" + listener)
                        .fromPlaylist("37i9dQZEVXcJZyENOWUFo7", "2026-W10")
                        .inCountry("SE")
                        .inTimeZone("Europe/Stockholm")
                        .endedBy(isSkipped ? EndReason.FORWARD : EndReason.COMPLETED)
                        .at(time)
                        .lasting((long) length)
                        .build());
                time += length;
            }
        }
        return events.stream()
                .sorted(Comparator.comparingLong(PlaybackEvent::occurredAt))
                .map(playback::encode)
                .toList();
    }
}
