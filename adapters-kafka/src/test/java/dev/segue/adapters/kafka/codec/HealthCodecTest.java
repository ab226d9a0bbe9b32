package dev.segue.adapters.kafka.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.contracts.Health;
import dev.segue.domain.accounting.Ledger;
import dev.segue.domain.clock.Clocks;
import dev.segue.domain.playback.RejectionReason;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HealthCodecTest {

    private final RegistryInMemory registry = new RegistryInMemory();
    private final HealthCodec codec = new HealthCodec(registry, "listening.health");
    private final RecordReader<Health> reader = new RecordReader<>(registry, Health.getClassSchema());

    @Test
    void a_report_holds_the_whole_ledger() throws UnusableRecord {
        Ledger ledger =
                new Ledger(100, 90, 4, 3, Map.of(RejectionReason.UNREADABLE, 2L, RejectionReason.CLOCK_AHEAD, 1L));

        byte[] value = codec.encode(
                new dev.segue.domain.accounting.Health("sessions", "take in", 3, 4, 17, ledger, 1_000, 2_000, 50));

        assertThat(reader.read(value))
                .isEqualTo(Health.newBuilder()
                        .setJob("sessions")
                        .setStage("take in")
                        .setSubtask(3)
                        .setParallelism(4)
                        .setCheckpoint(17L)
                        .setRead(100)
                        .setAccepted(90)
                        .setDuplicate(4)
                        .setLate(3)
                        .setRejected(Map.of("UNREADABLE", 2L, "CLOCK_AHEAD", 1L))
                        .setAcceptanceClock(Instant.ofEpochMilli(1_000))
                        .setClosingClock(Instant.ofEpochMilli(2_000))
                        .setLagMs(50L)
                        .build());
    }

    @Test
    void what_is_not_known_is_null() throws UnusableRecord {
        byte[] value = codec.encode(new dev.segue.domain.accounting.Health(
                "sessions",
                "take in",
                0,
                0,
                dev.segue.domain.accounting.Health.AT_END,
                Ledger.EMPTY,
                Clocks.NOT_STARTED,
                Clocks.NOT_STARTED,
                -1));

        assertThat(reader.read(value))
                .isEqualTo(Health.newBuilder()
                        .setJob("sessions")
                        .setStage("take in")
                        .setSubtask(0)
                        .setCheckpoint(null)
                        .setRejected(Map.of())
                        .setAcceptanceClock(null)
                        .setClosingClock(null)
                        .setLagMs(null)
                        .build());
    }

    @Test
    void a_report_is_read_back_as_it_was() throws UnusableRecord {
        Ledger ledger =
                new Ledger(100, 90, 4, 3, Map.of(RejectionReason.UNREADABLE, 2L, RejectionReason.CLOCK_AHEAD, 1L));
        var full = new dev.segue.domain.accounting.Health("sessions", "take in", 3, 4, 17, ledger, 1_000, 2_000, 50);
        var bare = new dev.segue.domain.accounting.Health(
                "sessions",
                "take in",
                0,
                1,
                dev.segue.domain.accounting.Health.AT_END,
                Ledger.EMPTY,
                Clocks.NOT_STARTED,
                Clocks.ENDED,
                -1);

        assertThat(codec.decode(codec.encode(full))).isEqualTo(full);
        assertThat(codec.decode(codec.encode(bare))).isEqualTo(bare);
    }

    @Test
    void a_reason_that_this_version_does_not_know_keeps_the_ledger_balanced() throws UnusableRecord {
        Health report = reader.read(codec.encode(new dev.segue.domain.accounting.Health(
                "sessions", "take in", 0, 1, 1, Ledger.EMPTY, Clocks.NOT_STARTED, Clocks.NOT_STARTED, -1)));
        Health later = Health.newBuilder(report)
                .setRead(5)
                .setRejected(Map.of("BY_LATER_RULES", 3L, "UNREADABLE", 2L))
                .build();
        RecordWriter<Health> writer = new RecordWriter<>(registry, "listening.health", Health.getClassSchema());

        assertThat(codec.decode(writer.write(later)).ledger())
                .isEqualTo(new Ledger(5, 0, 0, 0, Map.of(RejectionReason.UNREADABLE, 5L)));
    }

    @Test
    void bytes_that_are_no_report_are_unusable() {
        assertThatThrownBy(() -> codec.decode(new byte[9])).isInstanceOf(UnusableRecord.class);
        assertThatThrownBy(() -> codec.decode(null)).isInstanceOf(UnusableRecord.class);
    }
}
