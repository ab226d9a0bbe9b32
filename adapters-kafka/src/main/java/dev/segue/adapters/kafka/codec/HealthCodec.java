package dev.segue.adapters.kafka.codec;

import dev.segue.adapters.kafka.registry.SchemaRegistry;
import dev.segue.contracts.Health;
import dev.segue.domain.account.Account;
import dev.segue.domain.session.Clocks;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Reports on how a job is doing, to the records of {@code listening.health}. */
public final class HealthCodec {

    private final RecordWriter<Health> writer;

    public HealthCodec(SchemaRegistry registry, String topic) {
        this.writer = new RecordWriter<>(registry, topic, Health.getClassSchema());
    }

    /** The record's value for a report. */
    public byte[] encode(dev.segue.domain.account.Health health) {
        Account account = health.account();
        return writer.write(Health.newBuilder()
                .setJob(health.job())
                .setStage(health.stage())
                .setSubtask(health.subtask())
                .setCheckpoint(
                        health.checkpoint() == dev.segue.domain.account.Health.AT_END ? null : health.checkpoint())
                .setRead(account.read())
                .setAccepted(account.accepted())
                .setDuplicate(account.duplicate())
                .setLate(account.late())
                .setRejected(byName(account))
                .setAcceptanceClock(clock(health.acceptanceClock()))
                .setClosingClock(clock(health.closingClock()))
                .setLagMs(health.lagMs() < 0 ? null : health.lagMs())
                .build());
    }

    private static Map<String, Long> byName(Account account) {
        Map<String, Long> names = new TreeMap<>();
        account.rejected().forEach((reason, count) -> names.put(reason.name(), count));
        return names;
    }

    /** Null before the clock knows any time. */
    static Instant clock(long time) {
        return time == Clocks.NOT_STARTED ? null : Instant.ofEpochMilli(time);
    }
}
