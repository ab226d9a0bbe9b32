package dev.segue.app.job.playlists;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.adapters.flink.kpi.Coverage;
import dev.segue.adapters.flink.kpi.KpiStage;
import dev.segue.adapters.flink.kpi.KpiTrial;
import dev.segue.adapters.kafka.codec.KpiCodec;
import dev.segue.adapters.kafka.codec.PlaysCodec;
import dev.segue.adapters.kafka.codec.RecordReader;
import dev.segue.adapters.kafka.codec.SessionCodec;
import dev.segue.adapters.kafka.codec.UnusableRecord;
import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.app.recount.KpiRecount;
import dev.segue.contracts.KpiRow;
import dev.segue.contracts.SessionRevision;
import dev.segue.contracts.SessionStatus;
import dev.segue.domain.kpi.counting.FollowRule;
import dev.segue.domain.session.Change;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/**
 * Generated histories as bytes: the playlists job reads what the sessions job writes to its topic, and the recount sees
 * only what both write. Whenever nothing is pending, the recount finds no difference.
 */
class KpiHistoriesTest {

    private static final int SEEDS = Integer.getInteger("segue.kpi.seeds", 90);

    private int quietMoments;
    private int rows;
    private int leftOpen;
    private int removed;
    private int others;
    private int settledEarly;
    private final Coverage coverage = new Coverage();

    @Test
    void whenever_it_is_quiet_counting_the_bytes_on_the_topics_finds_no_difference() throws Exception {
        for (long seed = 0; seed < SEEDS; seed++) {
            KpiTrial trial = new KpiTrial(seed);
            coverage.see(trial.emitted());
            trial.hold(new Recount(false));
            settledEarly += trial.settled();
        }

        assertThat(quietMoments).isGreaterThan(2 * SEEDS);
        assertThat(rows).isGreaterThan(300 * SEEDS);
        assertThat(removed).isGreaterThan(SEEDS);
        assertThat(leftOpen).isGreaterThan(SEEDS / 20);
        assertThat(others).isZero();
        assertThat(settledEarly).isGreaterThan(SEEDS);
        assertThat(coverage.missing(SEEDS)).as(coverage.toString()).isEmpty();
    }

    @Test
    void so_it_is_when_what_is_followed_is_bounded() throws Exception {
        for (long seed = 0; seed < SEEDS; seed++) {
            new KpiTrial(seed, new FollowRule(Set.of(), 2)).hold(new Recount(true));
        }

        assertThat(others).isGreaterThan(SEEDS);
    }

    /** Recounts what is on both topics. */
    private final class Recount implements KpiTrial.Judge {

        private final SchemaRegistry registry = new RegistryInMemory();
        private final SessionCodec sessions = new SessionCodec(registry, "sessions");
        private final SessionRecords records = new SessionRecords(sessions, new PlaysCodec(registry, "plays"));
        private final KpiCodec kpis = new KpiCodec(registry, "kpis");
        private final RecordReader<SessionRevision> sessionReader =
                new RecordReader<>(registry, SessionRevision.getClassSchema());
        private final RecordReader<KpiRow> rowReader = new RecordReader<>(registry, KpiRow.getClassSchema());
        private final IdentityHashMap<Change, ProducerRecord<byte[], byte[]>> written = new IdentityHashMap<>();
        private final Set<String> followed = new HashSet<>();
        private final boolean bounded;

        Recount(boolean bounded) {
            this.bounded = bounded;
        }

        @Override
        public Change read(Change change) {
            ProducerRecord<byte[], byte[]> record = record(change);
            try {
                return sessions.decode(record.key(), record.value());
            } catch (UnusableRecord e) {
                throw new AssertionError(change.toString(), e);
            }
        }

        private ProducerRecord<byte[], byte[]> record(Change change) {
            return written.computeIfAbsent(change, records::of);
        }

        @Override
        public void judge(KpiStage stage, List<Change> read, String when) {
            quietMoments++;
            leftOpen += stage.givenUp().size();
            Map<String, KpiRow> emitted = emitted(stage);
            if (!bounded) {
                coverage.see(stage.rows());
            }
            rows += emitted.size();
            others += (int) emitted.keySet().stream()
                    .filter(key -> key.startsWith("OTHER/"))
                    .count();
            KpiRecount.Rules rules = new KpiRecount.Rules(
                    Duration.ofMillis(stage.rules().longestSessionMs()),
                    bounded ? followed(emitted.values()) : subject -> true,
                    stage.givenUp().stream().map(id -> id.value()).collect(Collectors.toSet()));
            assertThat(KpiRecount.differences(current(read).values(), emitted.values(), rules))
                    .as(when)
                    .isEmpty();
        }

        /** The rows by key, encoded and decoded. */
        private Map<String, KpiRow> emitted(KpiStage stage) {
            Map<String, KpiRow> emitted = new HashMap<>();
            stage.rows().values().forEach(row -> {
                try {
                    emitted.put(KpiCodec.key(row), rowReader.read(kpis.encode(row)));
                } catch (UnusableRecord e) {
                    throw new AssertionError(row.toString(), e);
                }
            });
            assertThat(emitted).hasSameSizeAs(stage.rows());
            return emitted;
        }

        /** The subjects with rows of their own. */
        private Predicate<String> followed(Collection<KpiRow> emitted) {
            emitted.forEach(row -> followed.add(KpiRecount.subject(
                    row.getSubject().getKind().name(),
                    row.getSubject().getId(),
                    row.getSubject().getEdition())));
            return followed::contains;
        }

        /** The last record of every key, as after compaction. */
        private Map<String, SessionRevision> current(List<Change> read) {
            Map<String, SessionRevision> current = new HashMap<>();
            for (Change change : read) {
                ProducerRecord<byte[], byte[]> record = record(change);
                String key = new String(record.key(), UTF_8);
                try {
                    SessionRevision revision = record.value() == null ? null : sessionReader.read(record.value());
                    removed += record.value() == null ? 1 : 0;
                    if (revision == null || revision.getStatus() == SessionStatus.SUPERSEDED) {
                        current.remove(key);
                    } else {
                        current.put(key, revision);
                    }
                } catch (UnusableRecord e) {
                    throw new AssertionError(change.toString(), e);
                }
            }
            return current;
        }
    }
}
