package dev.segue.app.job.playlists;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.flink.kpi.TrackStage;
import dev.segue.adapters.flink.kpi.TrackTrial;
import dev.segue.adapters.kafka.codec.PlaysCodec;
import dev.segue.adapters.kafka.codec.RecordReader;
import dev.segue.adapters.kafka.codec.SessionCodec;
import dev.segue.adapters.kafka.codec.TrackKpisCodec;
import dev.segue.adapters.kafka.codec.UnusableRecord;
import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.app.recount.KpiRecount;
import dev.segue.app.recount.TrackRecount;
import dev.segue.contracts.SessionPlays;
import dev.segue.contracts.SessionRevision;
import dev.segue.contracts.SessionStatus;
import dev.segue.contracts.TrackKpis;
import dev.segue.domain.kpi.counting.FollowRule;
import dev.segue.domain.session.Change;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * Generated histories as bytes: the playlists job reads what the sessions job writes to its topics, and the recount sees only
 * what both write. Whenever nothing is pending, the recount finds no difference.
 */
class TrackHistoriesTest {

    private static final int SEEDS = Integer.getInteger("segue.kpi.seeds", 90);
    private static final int UNBOUNDED = 600;

    private int quietMoments;
    private int tracks;
    private int playsOfOthers;
    private int chunksGone;
    private int corrected;

    @Test
    void whenever_it_is_quiet_counting_the_bytes_on_the_topics_finds_no_difference() throws Exception {
        for (long seed = 0; seed < SEEDS; seed++) {
            new TrackTrial(seed, FollowRule.DEFAULT, UNBOUNDED).hold(new Recount(false));
        }

        assertThat(quietMoments).isGreaterThan(2 * SEEDS);
        assertThat(tracks).isGreaterThan(50 * SEEDS);
        assertThat(chunksGone).isGreaterThan(SEEDS);
        assertThat(corrected).isGreaterThan(SEEDS);
        assertThat(playsOfOthers).isZero();
    }

    @Test
    void so_it_is_when_what_is_followed_and_counted_is_bounded() throws Exception {
        for (long seed = 0; seed < SEEDS; seed++) {
            new TrackTrial(seed, new FollowRule(Set.of(), 2), 3).hold(new Recount(true));
        }

        assertThat(playsOfOthers).isGreaterThan(SEEDS);
    }

    /** Recounts what is on both topics. */
    private final class Recount implements TrackTrial.Judge {

        private final SchemaRegistry registry = new RegistryInMemory();
        private final SessionCodec sessions = new SessionCodec(registry, "sessions");
        private final PlaysCodec plays = new PlaysCodec(registry, "plays");
        private final SessionRecords records = new SessionRecords(sessions, plays);
        private final TrackKpisCodec kpis = new TrackKpisCodec(registry, "track-kpis");
        private final RecordReader<SessionRevision> sessionReader =
                new RecordReader<>(registry, SessionRevision.getClassSchema());
        private final RecordReader<SessionPlays> playsReader =
                new RecordReader<>(registry, SessionPlays.getClassSchema());
        private final RecordReader<TrackKpis> kpisReader = new RecordReader<>(registry, TrackKpis.getClassSchema());
        private final Set<String> followed = new HashSet<>();
        private final boolean bounded;

        Recount(boolean bounded) {
            this.bounded = bounded;
        }

        @Override
        public Change read(Change change) {
            try {
                return SessionRecords.isOfPlays(change)
                        ? plays.decode(key(change).getBytes(UTF_8), value(change))
                        : sessions.decode(key(change).getBytes(UTF_8), value(change));
            } catch (UnusableRecord e) {
                throw new AssertionError(change.toString(), e);
            }
        }

        @Override
        public void judge(TrackStage stage, List<Change> read, String when) {
            quietMoments++;
            Collection<TrackKpis> emitted = emitted(stage);
            for (TrackKpis some : emitted) {
                tracks += some.getTracks().size();
                playsOfOthers += some.getOthers().getPlays();
            }
            KpiRecount.Rules rules = new KpiRecount.Rules(
                    Duration.ofMillis(stage.rules().longestSessionMs()),
                    bounded ? followed(emitted) : subject -> true,
                    Set.of());
            Map<String, SessionRevision> current = new HashMap<>();
            Map<String, SessionPlays> chunks = new HashMap<>();
            read.forEach(change -> put(change, current, chunks));
            assertThat(TrackRecount.differences(current.values(), chunks.values(), emitted, rules))
                    .as(when)
                    .isEmpty();
        }

        private Collection<TrackKpis> emitted(TrackStage stage) {
            return stage.emitted().values().stream()
                    .map(some -> {
                        try {
                            assertThat(kpis.decode(kpis.encode(some))).isEqualTo(some);
                            return kpisReader.read(kpis.encode(some));
                        } catch (UnusableRecord e) {
                            throw new AssertionError(some.toString(), e);
                        }
                    })
                    .toList();
        }

        /** The subjects with track KPIs of their own, and what they are editions of. */
        private Predicate<String> followed(Collection<TrackKpis> emitted) {
            emitted.forEach(some -> {
                String kind = some.getSubject().getKind().name();
                String id = some.getSubject().getId();
                followed.add(KpiRecount.subject(kind, id, null));
                followed.add(KpiRecount.subject(kind, id, some.getSubject().getEdition()));
            });
            return followed::contains;
        }

        /** The last record of every key counts, as after compaction. */
        private void put(Change change, Map<String, SessionRevision> current, Map<String, SessionPlays> chunks) {
            try {
                byte[] value = value(change);
                if (SessionRecords.isOfPlays(change)) {
                    chunksGone += value == null ? 1 : 0;
                    corrected += chunks.remove(key(change)) == null ? 0 : 1;
                    if (value != null) {
                        chunks.put(key(change), playsReader.read(value));
                    }
                    return;
                }
                SessionRevision revision = value == null ? null : sessionReader.read(value);
                if (revision == null || revision.getStatus() == SessionStatus.SUPERSEDED) {
                    current.remove(key(change));
                } else {
                    current.put(key(change), revision);
                }
            } catch (UnusableRecord e) {
                throw new AssertionError(change.toString(), e);
            }
        }

        private byte[] value(Change change) {
            return records.of(change).value();
        }

        private String key(Change change) {
            return new String(records.of(change).key(), UTF_8);
        }
    }
}
